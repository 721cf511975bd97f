//! A choice between two values: segments side by side, of which one is chosen.

use super::input;
use super::select::offered;
use crate::choices::FLAG;
use crate::fields::{Field, Kind};
use crate::read::canonical;
use crate::ui::browser;
use crate::ui::html::{El, el, live_by, memo};
use crate::ui::page::Page;
use leptos::prelude::{GetUntracked as _, Memo, With as _};

/// The most values for which a choice has segments. More stand in a list.
const SEGMENTS_MAX: usize = 2;

/// Whether the field has segments.
pub fn is_for(field: &Field) -> bool {
    match field.kind {
        Kind::Choice(choices, _) => choices.len() <= SEGMENTS_MAX,
        Kind::Flag(_) => FLAG.len() <= SEGMENTS_MAX,
        _ => false,
    }
}

/// The segments. A text that is not in the set appears as one more, until the user chooses another.
pub fn segments(page: Page, field: &'static Field) -> El {
    let key = field.key;
    let text = input::text(page, field);
    el("div")
        .attr("class", "segments")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", format!("f-{key}-label"))
        .attr("aria-describedby", input::described_by(key))
        .follow("aria-invalid", input::invalid(page, field))
        .view(live_by(
            move || {
                let options = offered(page, field, text).into_iter();
                options.map(|(value, _)| value + "\n").collect()
            },
            move || {
                let options = offered(page, field, text).into_iter().enumerate();
                options
                    .map(|(at, (value, label))| segment(page, field, text, at, value, label))
                    .collect()
            },
        ))
}

fn segment(
    page: Page,
    field: &'static Field,
    text: Memo<String>,
    at: usize,
    value: String,
    label: String,
) -> El {
    let own = value.clone();
    let is_chosen = memo(move || text.with(|text| *text == own || canonical(field, text) == own));
    let id = if at == 0 {
        format!("f-{}", field.key)
    } else {
        format!("f-{}-{at}", field.key)
    };
    let mut input = el("input")
        .attr("type", "radio")
        .attr("id", id.clone())
        .attr("name", field.key)
        .attr("value", value)
        .attr("autocomplete", "off")
        .follow("disabled", page.locked(field));
    if is_chosen.get_untracked() {
        input = input.attr("checked", "");
    }
    let input = input.flag("checked", is_chosen).on("change", move |event| {
        page.choose(field, browser::value_of(&event));
    });
    el("label")
        .attr("class", "segment")
        .attr("for", id)
        .child(input)
        .child(el("span").text(label))
}
