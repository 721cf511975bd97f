//! A field with rows: one input per row, the last one always blank.

use super::browser;
use super::field::{Attributes, described_by};
use super::html::{El, el, keyed, memo};
use super::page::Page;
use crate::fields::Field;
use crate::lines::Line;
use leptos::prelude::*;

/// The rows of a field.
pub fn rows(page: Page, field: &'static Field) -> El {
    let key = field.key;
    // Rows up to the one that has the focus stay: clearing the last one must not take it away from under the cursor.
    let kept = RwSignal::new(0_usize);
    let locked = page.locked(field);
    let each = move || {
        let given = page.form.with(|form| form.texts(field).len());
        // What is locked has no blank one to type into.
        let count = match locked.get() {
            None => (given + 1).max(kept.get()),
            Some(_) => given.max(1),
        };
        (0..count)
            .map(|row| Line {
                id: row,
                content: Vec::new(),
            })
            .collect()
    };
    el("div")
        .attr("class", "rows")
        .attr("role", "group")
        .attr("aria-labelledby", format!("f-{key}-label"))
        .attr("aria-describedby", described_by(key))
        .view(keyed(each, move |line| row(page, field, line.id, kept)))
}

fn row(page: Page, field: &'static Field, row: usize, kept: RwSignal<usize>) -> El {
    let key = field.key;
    let text = memo(move || {
        page.form
            .with(|form| form.texts(field).get(row).cloned().unwrap_or_default())
    });
    let id = if row == 0 {
        format!("f-{key}")
    } else {
        format!("f-{key}-{row}")
    };
    el("textarea")
        .attr("id", id)
        .attr("name", key)
        .attr("rows", "1")
        .attr("class", "code")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-label", format!("{}, row {}", field.label, row + 1))
        .follow("aria-invalid", Attributes::invalid(page, field))
        .follow("readonly", page.locked(field))
        .text(text.get_untracked())
        .prop("value", text)
        .on("focus", move |_| kept.set(row + 1))
        .on("input", move |event| {
            page.edit(|form| form.set_row(field, row, browser::value_of(&event)));
        })
}
