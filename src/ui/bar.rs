//! The bar at the foot of a phone: what is left, and where the files are; in the end, the primary action.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use super::primary;
use super::status::State;
use leptos::prelude::Get as _;

/// The bar.
pub fn bar(page: Page) -> El {
    let words = memo(move || State::of(page).words());
    let is_ready = memo(move || State::of(page) == State::Ready);
    el("nav")
        .attr("class", "bar")
        .attr("aria-label", "What is next")
        .live(move || {
            if is_ready.get() {
                return vec![primary::again(page)];
            }
            vec![
                button("button", move || primary::next(page))
                    .live_text(words)
                    .text(" ›"),
                button("button", || browser::scroll_to("output")).text("Files"),
            ]
        })
}
