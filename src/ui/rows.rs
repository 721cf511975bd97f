//! A field with rows: one input per row, the last one always blank.

use super::field::{Attributes, described_by};
use super::page::Page;
use crate::fields::Field;
use leptos::prelude::*;

/// The rows of a field.
pub fn rows(page: Page, field: &'static Field) -> AnyView {
    let key = field.key;
    // Rows up to the one that has the focus stay: clearing the last one must not take it away from under the cursor.
    let kept = RwSignal::new(0_usize);
    let count = Memo::new(move |_| page.form.with(|form| form.texts(field).len() + 1).max(kept.get()));
    view! {
        <div class="rows" role="group" aria-labelledby=format!("f-{key}-label") aria-describedby=described_by(key)>
            <For each=move || 0..count.get() key=|row| *row children=move |row| self::row(page, field, row, kept) />
        </div>
    }
    .into_any()
}

fn row(page: Page, field: &'static Field, row: usize, kept: RwSignal<usize>) -> AnyView {
    let key = field.key;
    let text = Memo::new(move |_| {
        page.form
            .with(|form| form.texts(field).get(row).cloned().unwrap_or_default())
    });
    let invalid = Attributes::of(page, field).invalid;
    let id = if row == 0 {
        format!("f-{key}")
    } else {
        format!("f-{key}-{row}")
    };
    view! {
        <textarea id=id name=key rows="1" class="code" autocomplete="off" autocapitalize="none" spellcheck="false"
            aria-label=format!("{}, row {}", field.label, row + 1) aria-invalid=move || invalid.get()
            prop:value=move || text.get() on:focus=move |_| kept.set(row + 1)
            on:input:target=move |event| page.edit(|form| form.set_row(field, row, event.target().value()))>
            {text.get_untracked()}
        </textarea>
    }
    .into_any()
}
