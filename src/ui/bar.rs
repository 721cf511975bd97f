//! The bar at the foot of a phone: what is left, and where the files are; in the end, the primary action.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use super::{primary, status};
use leptos::prelude::Get as _;

/// The bar.
pub fn bar(page: Page) -> El {
    let state = memo(move || status::state(page));
    el("nav")
        .attr("class", "bar")
        .attr("aria-label", "What is next")
        .live(move || {
            let (kind, words) = state.get();
            if kind == "ready" {
                return vec![primary::again(page)];
            }
            vec![
                button("button", move || primary::next(page)).text(format!("{words} ›")),
                button("button", || browser::scroll_to("output")).text("Files"),
            ]
        })
}
