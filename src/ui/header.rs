//! The header: name, Undo, Redo, Share and the menu.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use super::{embed, menu, share};
use crate::history::History;
use crate::link;
use leptos::prelude::*;

/// The header.
pub fn header(page: Page) -> El {
    let title = el("div")
        .attr("class", "brand")
        .child(el("h1").text("ECS Delegate Configurator"))
        .child(
            el("p")
                .attr("class", "framed")
                .text("This page sees what you type, but no secret."),
        );
    // Only in a frame. The link takes along the form without its secrets.
    let own_page = memo(move || {
        page.embedding
            .with(|embedding| embedding.is_framed)
            .then(|| page.form.with(|form| browser::link(&link::write(form))))
    });
    let own_page = el("a")
        .attr("class", "quiet framed")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .follow("href", own_page)
        .text("Open on its own page");
    let can = move |can: fn(&History<_>, &_) -> bool| {
        memo(move || {
            let can = page
                .form
                .with(|form| page.history.with(|history| can(history, form)));
            Some((!can).to_string())
        })
    };
    let undo = button("quiet", move || undo(page))
        .attr("data-action", "undo")
        .attr("title", "Undo (Ctrl+Z, ⌘Z on a Mac)")
        .follow("aria-disabled", can(History::can_undo))
        .text("Undo");
    let redo = button("quiet", move || redo(page))
        .attr("data-action", "redo")
        .attr("title", "Redo (Ctrl+Shift+Z, ⇧⌘Z on a Mac)")
        .follow("aria-disabled", can(History::can_redo))
        .text("Redo");
    let is_embedding = RwSignal::new(false);
    el("header").attr("class", "top").child(
        el("div")
            .attr("class", "row")
            .child(title)
            .child(own_page)
            .child(undo)
            .child(redo)
            .child(share::share(page))
            .child(embed::embed(page, is_embedding))
            .child(menu::menu(page, is_embedding)),
    )
}

/// Undoes the last step.
pub fn undo(page: Page) {
    let said = if page.go(History::undo) {
        "Undone."
    } else {
        "There is nothing to undo."
    };
    page.say(said);
}

/// Does again what was undone.
pub fn redo(page: Page) {
    let said = if page.go(History::redo) {
        "Redone."
    } else {
        "There is nothing to redo."
    };
    page.say(said);
}
