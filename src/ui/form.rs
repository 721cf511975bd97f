//! The form: its sections, in order.

use super::field;
use super::page::{Page, counted};
use crate::fields::{Field, Section};
use crate::finding::Severity;
use leptos::prelude::*;

/// More fields than these are only counted in a heading.
const NAMED_MAX: usize = 3;

/// The whole form.
pub fn form(page: Page) -> AnyView {
    let sections = Section::ALL
        .iter()
        .map(|section| self::section(page, *section))
        .collect_view();
    view! {
        // No form element submits: everything happens at each keystroke.
        <form class="form" aria-label="Configuration" autocomplete="off" on:submit=|event| event.prevent_default()>
            {sections}
        </form>
    }
    .into_any()
}

fn section(page: Page, section: Section) -> AnyView {
    let fields = section
        .fields()
        .map(|field| field::field(page, field))
        .collect_view();
    if section == Section::Essentials {
        return view! {
            <section class="card essentials" aria-labelledby="essentials">
                <h2 id="essentials">{section.title()}</h2>
                <div class="fields">{fields}</div>
            </section>
        }
        .into_any();
    }
    let holds = Memo::new(move |_| holds(page, section));
    let badges = move || badges(page, section);
    view! {
        <details class="card">
            <summary>
                <h2>{section.title()}</h2>
                <span class="holds">{holds}</span>
                {badges}
            </summary>
            <div class="fields">{fields}</div>
        </details>
    }
    .into_any()
}

/// What the section holds that is not the default, in words.
fn holds(page: Page, section: Section) -> String {
    let mut words = String::new();
    let mut more = 0;
    page.form.with(|form| {
        for (at, (field, texts)) in form
            .touched()
            .filter(|(field, _)| field.section == section)
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
        words.push_str(&format!(" and {more} more"));
    }
    words
}

/// The value of a field in a few characters, and never a secret.
fn short(field: &Field, texts: &[String]) -> String {
    if field.secret {
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

/// How many values the section lacks, and how many findings stand in it.
fn badges(page: Page, section: Section) -> AnyView {
    let missing = page
        .missing
        .with(|all| all.iter().filter(|field| field.section == section).count());
    let found = |severity: Severity| {
        page.findings.with(|all| {
            all.iter()
                .filter(|finding| finding.severity == severity)
                .filter(|finding| {
                    section
                        .fields()
                        .any(|field| field.key == finding.field && page.shows(field))
                })
                .count()
        })
    };
    [
        (
            "badge needed",
            counted(missing, "to fill in", "to fill in"),
            missing,
        ),
        (
            "badge error",
            counted(found(Severity::Error), "error", "errors"),
            found(Severity::Error),
        ),
        (
            "badge warning",
            counted(found(Severity::Warning), "warning", "warnings"),
            found(Severity::Warning),
        ),
    ]
    .into_iter()
    .filter(|(_, _, count)| *count > 0)
    .map(|(class, text, _)| view! { <span class=class>{text}</span> })
    .collect_view()
    .into_any()
}
