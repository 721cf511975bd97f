//! The notice: a message that the page shows for some seconds.

use super::browser;
use super::header;
use super::html::{El, button, effect, el, memo};
use super::page::Page;
use leptos::prelude::*;

/// How long a notice stays, in milliseconds.
const STAYS: u32 = 6_000;

/// How long a notice stays that offers to undo something.
const STAYS_WITH_UNDO: u32 = 12_000;

/// The notice, with a button that undoes what it is about.
pub fn notice(page: Page) -> El {
    let turn = RwSignal::new(0_u32);
    effect(move || {
        if page.notice.with(String::is_empty) {
            return;
        }
        let stays = if page.notice_edit.get_untracked().is_some() {
            STAYS_WITH_UNDO
        } else {
            STAYS
        };
        let own = turn.get_untracked().wrapping_add(1);
        turn.set(own);
        browser::after(stays, move || {
            // A newer notice has its own time.
            if turn.get_untracked() == own {
                page.notice.set(String::new());
            }
        });
    });
    let can_undo = memo(move || page.notice_edit.get() == Some(page.edits.get()));
    let is_silent = memo(move || page.notice.with(|notice| notice.is_empty().then(String::new)));
    el("div")
        .attr("class", "notice")
        .follow("data-silent", is_silent)
        .child(
            el("p")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .live_text(memo(move || page.notice.get())),
        )
        .live(move || {
            if !can_undo.get() {
                return vec![];
            }
            let undo = button("button small", move || header::undo(page));
            vec![undo.attr("data-undo", "").text("Undo")]
        })
}
