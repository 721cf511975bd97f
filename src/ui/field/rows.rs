//! A field with rows: one input per row, and a blank one at the end.

use super::input;
use crate::fields::{self, Field};
use crate::ui::browser;
use crate::ui::html::{El, el, keyed, memo, plain};
use crate::ui::page::Page;
use leptos::prelude::{Get as _, GetUntracked as _, RwSignal, Set as _, With as _};

/// The rows of a field.
pub fn rows(page: Page, field: &'static Field) -> El {
    let (key, view) = (field.key, page.view(field));
    // The rows up to the focused one stay: clearing the last row must not remove it while the user types in it.
    let kept = RwSignal::new(0_usize);
    let locked = page.locked(field);
    let numbers = move || {
        let given = view.with(|view| view.texts.len());
        // A locked field has no blank row to type into.
        let count = match locked.get() {
            None => (given + 1).max(kept.get()),
            Some(_) => given.max(1),
        };
        (0..count).collect()
    };
    el("div")
        .attr("class", "rows")
        .attr("role", "group")
        .attr("aria-labelledby", format!("f-{key}-label"))
        .attr("aria-describedby", input::described_by(key))
        .view(keyed(
            numbers,
            |number| *number,
            move |number| row(page, field, number, kept),
        ))
}

fn row(page: Page, field: &'static Field, number: usize, kept: RwSignal<usize>) -> El {
    let (key, view) = (field.key, page.view(field));
    let text = memo(move || view.with(|view| view.texts.get(number).cloned().unwrap_or_default()));
    let id = if number == 0 {
        format!("f-{key}")
    } else {
        format!("f-{key}-{number}")
    };
    plain(el("textarea"), key)
        .attr("id", id)
        .attr("rows", "1")
        .attr("class", "code")
        .attr("aria-label", format!("{}, row {}", field.label, number + 1))
        .follow("aria-invalid", input::invalid(page, field))
        .follow("readonly", page.locked(field))
        .text(text.get_untracked())
        .prop("value", text)
        .on("focus", move |_| kept.set(number + 1))
        .on("keydown", move |event| {
            // A line break in a value: Shift and Enter.
            if browser::key_of(&event) == "Enter" && !browser::is_shifted(&event) {
                event.prevent_default();
                browser::focus_field(key, number + 1);
            }
        })
        .on("input", move |event| {
            let text = browser::value_of(&event);
            let pasted = browser::is_paste(&event).then(|| fields::pasted_rows(field, &text));
            match pasted.flatten() {
                Some(rows) => page.edit(|form| form.set_rows(field, number, rows)),
                None => page.type_into(field, number, |form| form.set_row(field, number, text)),
            }
        })
}
