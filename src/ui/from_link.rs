//! What the link has set, until the user has looked at it: a stranger's link may name any manager, image or script.

use super::browser;
use super::html::{El, button, el};
use super::page::Page;
use crate::fields::Field;
use crate::words::counted;
use leptos::prelude::*;

/// The list.
pub fn banner(page: Page) -> El {
    el("div").attr("class", "from-link-place").live(move || {
        let fields = page.from_link.get();
        if fields.is_empty() {
            vec![]
        } else {
            vec![list(page, fields)]
        }
    })
}

fn list(page: Page, fields: Vec<&'static Field>) -> El {
    let said = format!("The link has set {}", counted(fields.len(), "value", "values"));
    let entry = |field: &'static Field| {
        let look = button("chip", move || browser::focus_field(field.key, 0)).text(field.label);
        el("li").attr("data-from-link", field.key).child(look)
    };
    let seen = button("button small", move || page.from_link.set(Vec::new()))
        .attr("data-action", "seen")
        .text("Mark as seen");
    el("section")
        .attr("class", "from-link-list")
        .attr("aria-label", "Set by the link")
        .child(el("p").text(said))
        .child(el("ul").children(fields.into_iter().map(entry)))
        .child(seen)
}
