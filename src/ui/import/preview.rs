//! What an import would do: each field with its old and its new value, and what is in no field.

use super::apply::{apply, task_definition};
use super::{diff, outcome};
use crate::import::{Import, Note, Outcome};
use crate::mend::{self, Change};
use crate::ui::browser;
use crate::ui::html::{El, button, el, memo};
use crate::ui::message::message;
use crate::ui::page::Page;
use crate::words::counted;
use crate::{Form, import};
use leptos::prelude::{Get as _, RwSignal, Set as _, WithUntracked as _, untrack};
use std::sync::Arc;

/// The order of the lists below the fields.
const OUTCOMES: [Outcome; 4] = [
    Outcome::NotUnderstood,
    Outcome::LeftOut,
    Outcome::Kept,
    Outcome::Advice,
];

/// The preview of an import.
pub fn preview(page: Page, import: &Arc<Import>) -> El {
    let changes = &import.changes;
    let title =
        el("h2")
            .text(format!("This is {}", import.what))
            .child(el("span").attr("class", "in-force").text(match changes.len() {
                0 => "it changes no field".to_owned(),
                count => format!("it changes {}", counted(count, "field", "fields")),
            }));
    let preview = el("div")
        .attr("class", "import-preview")
        .attr("role", "group")
        .attr("aria-label", "What the import would do")
        .child(title)
        .child(buttons(page, import));
    let preview = if changes.is_empty() {
        preview
    } else {
        preview.child(fields(changes))
    };
    let preview = OUTCOMES.iter().fold(preview, |preview, outcome| {
        let notes: Vec<&Note> = import
            .notes
            .iter()
            .filter(|note| note.outcome == *outcome)
            .collect();
        if notes.is_empty() {
            preview
        } else {
            preview.child(list(*outcome, &notes))
        }
    });
    match &import.upgraded {
        Some(upgraded) => preview.child(upgrade(page, import, upgraded)),
        None => preview,
    }
}

fn buttons(page: Page, import: &Arc<Import>) -> El {
    let fill_in = button("button fill-in", move || {
        if let Some(import) = now(page) {
            apply(page, import.form.clone(), &import.what);
        }
    });
    let cancel = button("button", move || page.importing.clear());
    let buttons = el("div")
        .attr("class", "import-buttons")
        .child(fill_in.attr("data-action", "apply-import").text("Fill in"));
    let buttons = if import.upgraded.is_none() {
        buttons
    } else {
        let upgrade = button("button", move || {
            if let Some(import) = now(page)
                && let Some(upgraded) = &import.upgraded
            {
                apply(page, mended(page, upgraded), &import.what);
            }
        });
        let title = "Fill in, and make it the form that this page recommends";
        let upgrade = upgrade.attr("data-action", "upgrade-import").attr("title", title);
        buttons.child(upgrade.text("Fill in and upgrade"))
    };
    buttons.child(cancel.attr("data-action", "cancel-import").text("Cancel"))
}

/// Reads the text again: the form may have changed since it was shown.
fn now(page: Page) -> Option<Arc<Import>> {
    match untrack(|| outcome::of(page)) {
        Some(outcome::Outcome::Read(import)) => Some(import),
        _ => None,
    }
}

/// The recommended form, with everything that the page can fix.
fn mended(page: Page, upgraded: &Form) -> Form {
    let mut form = mend::all(upgraded, |form| page.findings_of(form));
    page.embedding
        .with_untracked(|embedding| embedding.hold(&mut form));
    form
}

fn fields(changes: &[Change]) -> El {
    let row = |change: &Change| {
        let [before, after] = change.values();
        let after = if after.is_empty() {
            "blank".to_owned()
        } else {
            after
        };
        let value = el("dd");
        let value = if before.is_empty() {
            value
        } else {
            value.child(el("del").text(before)).text(" → ")
        };
        el("div")
            .attr("data-import-field", change.field.key)
            .child(el("dt").text(change.field.label))
            .child(value.child(el("ins").text(after)))
    };
    el("dl")
        .attr("class", "import-fields")
        .attr("tabindex", "0")
        .attr("aria-label", "Fields: old and new value")
        .children(changes.iter().map(row))
}

fn list(outcome: Outcome, notes: &[&Note]) -> El {
    let item = |note: &&Note| message(el("li"), &note.text);
    el("div")
        .attr("class", "import-notes")
        .child(el("h3").text(outcome.title()))
        .child(el("ul").children(notes.iter().map(item)))
}

/// What the recommended form changes in the pasted task definition.
fn upgrade(page: Page, import: &Arc<import::Import>, upgraded: &Form) -> El {
    let is_unfolded = RwSignal::new(false);
    let pasted = import
        .documents
        .first()
        .map(|(_, text)| text.clone())
        .unwrap_or_default();
    let upgraded = upgraded.clone();
    let is_seen = memo(move || is_unfolded.get());
    el("details")
        .attr("class", "import-upgrade")
        .on("toggle", move |event| is_unfolded.set(browser::is_open(&event)))
        .child(el("summary").text("What upgrading changes in the task definition"))
        .live(move || {
            if !is_seen.get() {
                return vec![];
            }
            let now = untrack(|| task_definition(&mended(page, &upgraded)));
            vec![diff::diff(&pasted, &now)]
        })
}
