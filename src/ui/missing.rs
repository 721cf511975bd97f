//! What the files of the open way still lack, always in sight.

use super::browser;
use super::page::{Page, counted};
use crate::fields::Field;
use leptos::prelude::*;

/// The list; each entry leads to its field.
pub fn missing(page: Page) -> AnyView {
    let list = move || {
        let fields = page.missing.get();
        if fields.is_empty() {
            return view! { <p class="complete">"Nothing missing: the files are complete."</p> }.into_any();
        }
        view! {
            <p class="missing-count">{counted(fields.len(), "value", "values")} " to fill in"</p>
            <ul>{fields.into_iter().map(entry).collect_view()}</ul>
        }
        .into_any()
    };
    view! { <section class="missing" aria-label="Values to fill in">{list}</section> }.into_any()
}

fn entry(field: &'static Field) -> AnyView {
    view! {
        <li data-missing=field.key>
            <button type="button" class="chip" on:click=move |_| browser::focus_field(field.key, 0)>{field.label}</button>
        </li>
    }
    .into_any()
}
