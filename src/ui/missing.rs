//! The values that the files of the open way still lack, always in sight.

use super::browser;
use super::html::{El, button, el, live_by};
use super::page::{Page, counted};
use crate::fields::Field;

/// The list. Each entry leads to its field.
pub fn missing(page: Page) -> El {
    el("section")
        .attr("class", "missing")
        .attr("aria-label", "Values to fill in")
        .view(live_by(
            move || page.missing(|all| all.iter().map(|field| key(page, field)).collect()),
            move || list(page),
        ))
}

/// A text that changes when an entry must look different.
fn key(page: Page, field: &'static Field) -> String {
    format!("{} {} ", field.key, page.wants(field))
}

fn list(page: Page) -> Vec<El> {
    let fields = page.missing(<[_]>::to_vec);
    if fields.is_empty() {
        return vec![el("p").attr("class", "complete").text("Nothing left to fill in.")];
    }
    let count = format!("{} to fill in", counted(fields.len(), "value", "values"));
    vec![
        el("p").attr("class", "missing-count").text(count),
        el("ul").children(fields.into_iter().map(|field| entry(page, field))),
    ]
}

fn entry(page: Page, field: &'static Field) -> El {
    let chip = if page.wants(field) {
        button("chip", || browser::focus_field(field.key, 0))
    } else {
        // The embedding page does not show the field, so the entry leads nowhere.
        el("span").attr("class", "chip")
    };
    el("li")
        .attr("data-missing", field.key)
        .child(chip.text(field.label))
}
