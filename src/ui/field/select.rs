//! A choice from a closed set.

use super::input;
use crate::fields::Field;
use crate::read::canonical;
use crate::ui::browser;
use crate::ui::html::{self, El, el, live_by, memo};
use crate::ui::page::Page;
use leptos::prelude::{Memo, With as _};

/// The choice. A text that is not in the set appears as one more option, until the user chooses another one.
pub fn select(page: Page, field: &'static Field) -> El {
    let text = input::text(page, field);
    let select = el("select")
        .attr("id", format!("f-{}", field.key))
        .attr("name", field.key)
        .attr("autocomplete", "off")
        .attr("aria-describedby", input::described_by(field.key))
        .follow("aria-invalid", input::invalid(page, field))
        .follow("disabled", page.locked(field))
        .on("change", move |event| {
            page.choose(field, browser::value_of(&event));
        })
        .view(live_by(
            move || {
                let options = offered(page, field, text).into_iter();
                options.map(|(value, _)| value + "\n").collect()
            },
            move || {
                let options = offered(page, field, text).into_iter();
                options
                    .map(|(value, label)| option(field, text, value, label))
                    .collect()
            },
        ));
    el("div").attr("class", "control").child(select)
}

/// The values and labels of the options.
pub fn offered(page: Page, field: &'static Field, text: Memo<String>) -> Vec<(String, String)> {
    let mut options = page.view(field).with(|view| view.offered.clone());
    text.with(|text| {
        let wanted = canonical(field, text);
        if options.iter().any(|(value, _)| *value == wanted) {
            return;
        }
        let label = match text.trim() {
            "" => "Choose one".to_owned(),
            text => format!("{} (not valid)", text.chars().take(60).collect::<String>()),
        };
        options.push((text.clone(), label));
    });
    options
}

fn option(field: &'static Field, text: Memo<String>, value: String, label: String) -> El {
    let own = value.clone();
    let is_chosen = memo(move || text.with(|text| *text == own || canonical(field, text) == own));
    html::option(value, label, is_chosen)
}
