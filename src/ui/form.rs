//! The form: its sections, in order.

use super::html::{El, badges, button, el, live_by, memo};
use super::page::{Page, counted};
use super::{field, severity};
use crate::fields::{self, Field, Place, Section};
use crate::finding::Severity;
use crate::link::embedding::Embedding;
use crate::mend;
use crate::presets::{self, Preset};
use leptos::prelude::*;
use std::fmt::Write as _;

/// How many fields a heading names; it only counts the others.
const NAMED_MAX: usize = 3;

/// The whole form.
pub fn form(page: Page) -> El {
    let sections = fields::SECTIONS.iter().filter(|section| section.is_in_form());
    // The form is never submitted: the page follows each keystroke.
    el("form")
        .attr("class", "form")
        .attr("aria-label", "Configuration")
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .children(sections.map(|section| self::section(page, section)))
}

fn section(page: Page, section: &'static Section) -> El {
    let fields = el("div").attr("class", "fields").view(presets(page, section));
    let fields = section
        .fields
        .iter()
        .fold(fields, |fields, field| fields.view(field::field(page, field)));
    if section.place == Place::Open {
        return el("section")
            .attr("class", "card essentials")
            .attr("aria-labelledby", "essentials")
            .child(el("h2").attr("id", "essentials").text(section.title))
            .child(fields);
    }
    let summary = el("summary")
        .child(el("h2").text(section.title))
        .child(
            el("span")
                .attr("class", "holds")
                .live_text(memo(move || holds(page, section))),
        )
        .view(badges(move || lacks(page, section)));
    // An embedding page that chooses the fields wants the user to see them.
    let is_open = memo(move || page.embedding.with(Embedding::picks).then(String::new));
    el("details")
        .attr("class", "card")
        .follow("open", is_open)
        .child(summary)
        .child(fields)
}

/// The presets of the section, in one row.
fn presets(page: Page, section: &'static Section) -> AnyView {
    let presets = move || {
        let mut presets = page.config(|config| presets::presets(section, config));
        page.embedding
            .with(|embedding| presets.retain(|preset| embedding.offers(&preset.fix)));
        presets
    };
    let row = move || {
        let presets = presets();
        if presets.is_empty() {
            return vec![];
        }
        let row = el("div")
            .attr("class", "presets")
            .attr("role", "group")
            .attr("aria-label", format!("Presets: {}", section.title))
            .children(presets.into_iter().map(|preset| self::preset(page, preset)));
        vec![row]
    };
    live_by(
        move || presets().into_iter().map(|preset| preset.name).collect(),
        row,
    )
}

fn preset(page: Page, preset: Preset) -> El {
    let own = preset.clone();
    let is_lit = memo(move || {
        let is_lit = page.config(|config| page.form.with(|form| own.is_lit(form, config)));
        Some(is_lit.to_string())
    });
    let preview = mend::preview(&preset.fix);
    let (said, edits) = (format!("{preview}."), preset.fix.edits);
    let apply = move || {
        page.edit(|form| form.apply(&edits));
        page.notice.set(said.clone());
    };
    button("button small", apply)
        .attr("data-preset", preset.name)
        .attr("title", preview)
        .follow("aria-pressed", is_lit)
        .text(preset.fix.title)
        .child(el("small").text(format!(" {}", preset.note)))
}

/// The values in the section that differ from the defaults, in words.
fn holds(page: Page, section: &'static Section) -> String {
    let mut words = String::new();
    let mut more = 0;
    page.form.with(|form| {
        for (at, (field, texts)) in form
            .touched()
            .filter(|(field, _)| section.fields.contains(field))
            .enumerate()
        {
            if at >= NAMED_MAX {
                more += 1;
                continue;
            }
            if at > 0 {
                words.push_str(", ");
            }
            words.push_str(field.label);
            words.push_str(": ");
            words.push_str(&short(field, texts));
        }
    });
    if more > 0 {
        let _ = write!(words, " and {more} more");
    }
    words
}

/// The value of a field in a few characters; never a secret.
fn short(field: &Field, texts: &[String]) -> String {
    if field.is_secret() {
        return "given".to_owned();
    }
    if field.kind.has_rows() {
        return counted(texts.len(), "row", "rows");
    }
    let text = texts.first().map_or("", |text| text.trim());
    let mut short: String = text.chars().take(24).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    if short.is_empty() {
        "blank".to_owned()
    } else {
        short
    }
}

/// The number of missing values and of findings in the section.
fn lacks(page: Page, section: &'static Section) -> Vec<(&'static str, String)> {
    let is_here = move |field: &Field| section.fields.contains(&field) && page.shows(field);
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
        ("needed", missing, format!("{missing} to fill in")),
        ("error", errors, severity::number(Severity::Error, errors)),
        ("warning", warnings, severity::number(Severity::Warning, warnings)),
    ];
    lacks.retain(|(_, count, _)| *count > 0);
    lacks.into_iter().map(|(class, _, text)| (class, text)).collect()
}
