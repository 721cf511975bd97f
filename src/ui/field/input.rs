//! What the inputs of every kind have in common.

use crate::fields::{Blank, Field};
use crate::finding::Severity;
use crate::ui::browser;
use crate::ui::html::{El, memo};
use crate::ui::page::Page;
use leptos::prelude::{Memo, With as _};

/// The text of a field.
pub fn text(page: Page, field: &'static Field) -> Memo<String> {
    memo(move || page.form.with(|form| form.text(field)))
}

/// `aria-invalid`
pub fn invalid(page: Page, field: &'static Field) -> Memo<Option<String>> {
    memo(move || {
        page.findings(|all| {
            all.iter()
                .any(|finding| finding.field == field.key && finding.severity == Severity::Error)
                .then(|| "true".to_owned())
        })
    })
}

/// `aria-required`: the files of the open way need a value.
pub fn required(page: Page, field: &'static Field) -> Memo<Option<String>> {
    memo(move || page.config(|config| field.is_required(config).then(|| "true".to_owned())))
}

/// The ids of the elements that describe the input.
pub fn described_by(key: &str) -> String {
    format!("f-{key}-marks f-{key}-help f-{key}-findings")
}

/// Ties an input to its field: the input shows the field's text, and the field takes what is typed.
pub fn connect(input: El, page: Page, field: &'static Field, text: Memo<String>) -> El {
    let key = field.key;
    plain(input, key)
        .attr("id", format!("f-{key}"))
        .attr("aria-describedby", described_by(key))
        .follow("aria-invalid", invalid(page, field))
        .follow("aria-required", required(page, field))
        .follow("placeholder", memo(move || placeholder(page, field)))
        .follow("readonly", page.locked(field))
        .prop("value", text)
        .on("input", move |event| {
            let text = browser::value_of(&event);
            page.type_into(field, 0, |form| form.set(field, vec![text]));
        })
}

/// Keeps the browser from changing what is typed into an input.
pub fn plain(input: El, name: &'static str) -> El {
    input
        .attr("name", name)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
}

/// What a blank input shows: the value derived for it, or an example if the field is required.
fn placeholder(page: Page, field: &'static Field) -> Option<String> {
    page.config(|config| field.derived(config))
        .or_else(|| match &field.blank {
            Blank::Required { .. } if !field.is_secret() => Some(format!("e.g. {}", field.sample)),
            _ => None,
        })
}
