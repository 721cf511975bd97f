//! The form: the questions in their groups, then the settings in closed sections.

use super::html::{El, badges, button, el, keyed, live, live_by, memo, when, while_seen};
use super::page::Page;
use super::{browser, field, from_link, import, severity};
use crate::fields::{self, Field, Group, Place, Question, Section};
use crate::finding::Severity;
use crate::form::Form;
use crate::link::embedding::Embedding;
use crate::presets::{self, Preset};
use crate::words::counted;
use leptos::prelude::*;

/// The whole form.
pub fn form(page: Page) -> El {
    let form = el("div")
        .attr("class", "form")
        .attr("role", "form")
        .attr("aria-label", "Configuration")
        .child(import::import(page))
        .child(from_link::banner(page))
        .child(picked(page))
        .children(Group::ALL.iter().map(|group| self::group(page, *group)));
    let of_place = |place| {
        fields::SECTIONS
            .iter()
            .filter(move |section| section.place == place)
    };
    let form = of_place(Place::OfWay).fold(form, |form, section| form.view(of_way(page, section)));
    let more = el("section")
        .attr("class", "more")
        .attr("aria-label", "More settings")
        .child(el("h2").text("More settings"))
        .children(of_place(Place::Folded).map(|section| self::section(page, section)));
    form.child(more)
}

/// Where fields stand: a form that is never submitted, because the page follows each keystroke. There is one for each
/// section: after each change, Chromium looks at every input of the form around it.
fn fields() -> El {
    el("form")
        .attr("class", "fields")
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
}

/// The fields that an embedding page picks, in its order.
fn picked(page: Page) -> El {
    let picked = memo(move || {
        let mut picked = page
            .embedding
            .with(|embedding| embedding.picked().unwrap_or_default());
        // Above the form (ui/ways.rs).
        picked.retain(|field| ![&fields::WAY, &fields::LAUNCH_TYPE].contains(field) && page.shows(field));
        picked
    });
    let fields = fields().view(keyed(
        move || picked.get(),
        |field| place(field),
        move |field| field::shown(page, field),
    ));
    el("section")
        .attr("class", "group picked")
        .attr("aria-label", "Questions")
        .child(fields)
}

/// The place of a field in the table.
fn place(field: &Field) -> usize {
    let at = fields::FIELDS.iter().position(|other| *other == field);
    at.unwrap_or(0)
}

/// The questions whose answers stand in one place.
fn group(page: Page, group: Group) -> El {
    let asked = move || {
        page.questions.with(|questions| {
            let here = questions.iter().filter(|question| question.group == group);
            here.filter(|_| !page.embedding.with(Embedding::picks))
                .copied()
                .collect::<Vec<_>>()
        })
    };
    let number = |question: &Question| place(question.field) * 2 + usize::from(question.is_offered);
    el("section")
        .attr("class", "group")
        .attr("aria-label", group.title())
        .child(el("h2").text(group.title()))
        .child(self::fields().view(keyed(asked, number, move |question| {
            self::question(page, question)
        })))
}

fn question(page: Page, question: Question) -> El {
    let field = field::shown(page, question.field);
    if !question.is_offered {
        return field;
    }
    let summary = el("summary").text(format!("{} (optional)", question.field.label));
    el("details").attr("class", "offered").child(summary).child(field)
}

/// The fields that concern the open way alone.
fn of_way(page: Page, section: &'static Section) -> AnyView {
    let is_there = memo(move || {
        !page.embedding.with(Embedding::picks) && section.fields.iter().any(|field| page.shows(field))
    });
    let group = move || {
        let fields = section
            .fields
            .iter()
            .fold(self::fields(), |all, field| all.view(field::field(page, field)));
        el("section")
            .attr("class", "group")
            .attr("aria-label", section.title)
            .child(el("h2").text(section.title))
            .child(fields)
    };
    live(move || when(is_there, group))
}

fn section(page: Page, section: &'static Section) -> El {
    let is_unfolded = RwSignal::new(false);
    let fields = self::fields().view(presets(page, section, is_unfolded));
    let fields = section
        .fields
        .iter()
        .fold(fields, |fields, field| fields.view(field::field(page, field)));
    let in_force = move || {
        let start = page.form.with(Form::start);
        page.config(|config| (section.in_force)(start, config))
    };
    let summary = el("summary")
        .child(el("h3").text(section.title))
        .child(el("span").attr("class", "in-force").live_text(memo(in_force)))
        .view(badges(move || lacks(page, section)));
    el("details")
        .attr("class", "card")
        .on("toggle", move |event| is_unfolded.set(browser::is_open(&event)))
        .child(summary)
        .child(fields)
}

/// The presets of the section.
fn presets(page: Page, section: &'static Section, is_unfolded: RwSignal<bool>) -> AnyView {
    let presets = move || {
        let mut presets = page.config(|config| presets::presets(section, config));
        page.embedding
            .with(|embedding| presets.retain(|preset| embedding.offers(&preset.fix)));
        presets
    };
    let list = move || {
        let presets = presets();
        if presets.is_empty() {
            return vec![];
        }
        let list = el("ul")
            .attr("class", "presets")
            .attr("aria-label", format!("Presets: {}", section.title))
            .children(
                presets
                    .into_iter()
                    .map(|preset| self::preset(page, preset, is_unfolded)),
            );
        vec![list]
    };
    // Which presets there are, and which is lit, is looked at only while somebody sees them.
    let names = move || presets().into_iter().map(|preset| preset.name).collect();
    let names = while_seen(is_unfolded, names);
    live_by(move || names.get(), list)
}

/// A preset, with what it would change.
fn preset(page: Page, preset: Preset, is_unfolded: RwSignal<bool>) -> El {
    let (own, edits) = (preset.clone(), preset.fix.edits.clone());
    let is_lit = move || {
        page.config(|config| page.form.with(|form| own.is_lit(form, config)))
            .to_string()
    };
    let is_lit = while_seen(is_unfolded, is_lit);
    let is_lit = memo(move || Some(is_lit.get()));
    let preview = memo(move || {
        // Every edit is tried on the form, so only while somebody looks.
        if !is_unfolded.get() {
            return String::new();
        }
        match page.preview(&edits) {
            none if none.is_empty() => "changes nothing".to_owned(),
            preview => preview,
        }
    });
    let (note, edits) = (preset.note, preset.fix.edits);
    let apply = move || {
        if !page.preview(&edits).is_empty() {
            page.apply(&edits);
        }
    };
    let button = button("button small", apply)
        .attr("data-preset", preset.name)
        .follow("aria-pressed", is_lit)
        .text(preset.fix.title);
    el("li")
        .child(button)
        .child(el("small").text(note))
        .child(el("small").attr("class", "preview").live_text(preview))
}

/// The number of missing values and of findings in the section.
fn lacks(page: Page, section: &'static Section) -> Vec<(&'static str, String)> {
    let is_here =
        move |field: &Field| section.fields.contains(&field) && page.shows(field) && !page.is_asked(field);
    let missing = page.missing(|all| all.iter().filter(|field| is_here(field)).count());
    let found = |severity: Severity| {
        page.findings(|all| {
            all.iter()
                .filter(|finding| finding.severity == severity)
                .filter(|finding| fields::field(&finding.field).is_some_and(is_here))
                .count()
        })
    };
    let (errors, warnings) = (found(Severity::Error), found(Severity::Warning));
    let mut lacks = vec![
        ("needed", missing, counted(missing, "to fill in", "to fill in")),
        ("error", errors, severity::number(Severity::Error, errors)),
        ("warning", warnings, severity::number(Severity::Warning, warnings)),
    ];
    lacks.retain(|(_, count, _)| *count > 0);
    lacks.into_iter().map(|(class, _, text)| (class, text)).collect()
}
