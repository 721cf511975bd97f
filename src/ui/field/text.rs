//! Inputs for typed texts: one line, secret, several lines.

use super::input;
use crate::fields::{self, Field, Kind};
use crate::ui::browser;
use crate::ui::html::{El, button, el, memo};
use crate::ui::page::Page;
use leptos::prelude::{Get as _, GetUntracked as _, RwSignal, Update as _};

/// An input for one line, with the field's suggestions.
pub fn line(page: Page, field: &'static Field) -> El {
    let control = el("div").attr("class", "control");
    typed(control, page, field, if field.is_url { "url" } else { "text" })
}

/// An input for a number, with its unit.
pub fn number(page: Page, field: &'static Field, unit: &'static str) -> El {
    let control = typed(el("div").attr("class", "control number"), page, field, "numeric");
    if unit.is_empty() {
        control
    } else {
        control.child(el("span").attr("class", "unit").text(unit))
    }
}

fn typed(control: El, page: Page, field: &'static Field, mode: &'static str) -> El {
    let text = input::text(page, field);
    let suggestions = (field.suggestions)();
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", mode)
        .attr("value", text.get_untracked());
    if suggestions.is_empty() {
        return control.child(input::connect(input, page, field, text));
    }
    let options = suggestions
        .into_iter()
        .map(|(value, label)| el("option").attr("value", value).text(label));
    let list = format!("f-{}-list", field.key);
    let input = input.attr("list", list.clone());
    control
        .child(input::connect(input, page, field, text))
        .child(el("datalist").attr("id", list).children(options))
}

/// An input for a secret, with a button that shows it.
pub fn secret(page: Page, field: &'static Field) -> El {
    let is_open = RwSignal::new(false);
    let word = |open: &'static str, shut: &'static str| {
        memo(move || if is_open.get() { open } else { shut }.to_owned())
    };
    let kind = memo(move || Some(if is_open.get() { "text" } else { "password" }.to_owned()));
    let input = el("input").follow("type", kind);
    let input = input::connect(input, page, field, input::text(page, field));
    let show = button("button", move || is_open.update(|is_open| *is_open = !*is_open))
        .live_text(word("Hide", "Show"))
        .child(
            el("span")
                .attr("class", "hidden")
                .text(format!(" {}", field.label)),
        );
    el("div").attr("class", "control").child(input).child(show)
}

/// An input that wraps its text, and keeps line feeds: for free text, for long identifiers, and for lists that are pasted
/// from a terminal.
pub fn area(page: Page, field: &'static Field) -> El {
    let is_script = field == &fields::INIT_SCRIPT;
    // In a text that has one line by nature, Enter does not start a second one. Pasted text stays as it is.
    let is_one_line = !is_script && matches!(field.kind, Kind::FreeText(_) | Kind::Identifier(_));
    let text = input::text(page, field);
    let mut area = el("textarea").attr("rows", if is_script { "4" } else { "1" });
    if is_script {
        area = area.attr("class", "code");
    }
    let area = area.text(text.get_untracked());
    let area = input::connect(area, page, field, text).on("keydown", move |event| {
        if is_one_line && browser::key_of(&event) == "Enter" && !browser::is_shifted(&event) {
            event.prevent_default();
        }
    });
    el("div").attr("class", "control").child(area)
}
