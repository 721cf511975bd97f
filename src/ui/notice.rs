//! The notice: a message that the page shows for some seconds.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use leptos::prelude::*;

/// How long a notice stays, in milliseconds.
const STAYS: u32 = 6_000;

/// The notice, with a button that brings back what Start over took away.
pub fn notice(page: Page) -> El {
    let turn = RwSignal::new(0_u32);
    Effect::new(move || {
        if page.notice.with(String::is_empty) {
            return;
        }
        let own = turn.get_untracked().wrapping_add(1);
        turn.set(own);
        browser::after(STAYS, move || {
            // A newer notice has its own time.
            if turn.get_untracked() == own {
                page.notice.set(String::new());
                page.taken.set(None);
            }
        });
    });
    let restore = move || {
        if let Some(form) = page.taken.get_untracked() {
            page.edit(|now| *now = form);
        }
        page.taken.set(None);
        page.notice.set(String::new());
    };
    el("div")
        .attr("class", "notice")
        .child(
            el("p")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .live_text(memo(move || page.notice.get())),
        )
        .live(move || {
            if page.taken.with(Option::is_none) {
                return vec![];
            }
            vec![
                button("button small", restore)
                    .attr("data-action", "restore")
                    .text("Bring it back"),
            ]
        })
}
