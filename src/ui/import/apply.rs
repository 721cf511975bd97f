//! What an import does to the form.

use crate::document::json;
use crate::finding::short;
use crate::read::read;
use crate::ui::browser;
use crate::ui::page::Page;
use crate::words::counted;
use crate::{Form, build, mend};
use leptos::prelude::WithUntracked as _;

/// Fills the form in.
pub fn apply(page: Page, form: Form, what: &str) {
    let count = page.form.with_untracked(|old| mend::changes(old, &form).len());
    page.importing.clear();
    page.edit(|old| *old = form);
    let count = counted(count, "value", "values");
    page.say_of_edit(format!("Filled in from {}: {count}.", short(what)));
    let missing = page.missing(|missing| missing.first().copied());
    if let Some(field) = missing {
        browser::after(0, move || browser::focus_field(field.key, 0));
    }
}

/// The task definition that a form generates, as JSON.
pub fn task_definition(form: &Form) -> String {
    let deployment = build(&read(form).0);
    json::pretty(&deployment.task_definition_tree()).into_text()
}
