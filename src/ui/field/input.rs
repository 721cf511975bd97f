//! What the inputs of every kind have in common.

use crate::fields::{self, Field};
use crate::import::is_command;
use crate::ui::browser;
use crate::ui::html::{El, memo, plain};
use crate::ui::import::offer::offer;
use crate::ui::page::{Page, View};
use leptos::prelude::{GetUntracked as _, Memo, With as _};

/// The text of a field.
pub fn text(page: Page, field: &'static Field) -> Memo<String> {
    let view = page.view(field);
    memo(move || view.with(View::text))
}

/// `aria-invalid`
pub fn invalid(page: Page, field: &'static Field) -> Memo<Option<String>> {
    let view = page.view(field);
    memo(move || view.with(|view| view.is_wrong().then(|| "true".to_owned())))
}

/// `aria-required`: the files of the open way need a value.
pub fn required(page: Page, field: &'static Field) -> Memo<Option<String>> {
    let view = page.view(field);
    memo(move || view.with(|view| view.is_required.then(|| "true".to_owned())))
}

/// The ids of the elements that describe the input.
pub fn described_by(key: &str) -> String {
    format!("f-{key}-marks f-{key}-help f-{key}-findings")
}

/// Ties an input to its field: the input shows the field's text, and the field takes what is typed.
pub fn connect(input: El, page: Page, field: &'static Field, text: Memo<String>) -> El {
    let (key, view) = (field.key, page.view(field));
    plain(input, key)
        .attr("id", format!("f-{key}"))
        .attr("aria-describedby", described_by(key))
        .follow("aria-invalid", invalid(page, field))
        .follow("aria-required", required(page, field))
        .follow(
            "placeholder",
            memo(move || view.with(|view| view.placeholder.clone())),
        )
        .follow("readonly", page.locked(field))
        .prop("value", text)
        .on("paste", move |event| {
            let pasted = browser::pasted(&event);
            if takes_line(field) && is_command(&pasted) {
                event.prevent_default();
                offer(page, pasted);
            }
        })
        .on("input", move |event| {
            let value = browser::value_of(&event);
            if takes_line(field) && browser::is_paste(&event) && is_command(&value) {
                // It was dropped, say. It goes no further than this input.
                browser::put_value(&event, &text.get_untracked());
                offer(page, value);
                return;
            }
            let text = value;
            page.type_into(field, 0, |form| form.set(field, vec![text]));
        })
}

/// Whether the field takes one line. A script may begin with a command.
fn takes_line(field: &Field) -> bool {
    *field != fields::INIT_SCRIPT
}
