//! The menu: Start over, theme, print, Embed this, and what this page is.

use super::html::{El, away, button, effect, el, memo};
use super::page::Page;
use super::{browser, embed};
use crate::Form;
use crate::facts::sources;
use leptos::prelude::*;

/// The themes (blank follows the system), each with the text of the button.
const THEMES: &[(&str, &str)] = &[
    ("", "Theme: auto"),
    ("light", "Theme: light"),
    ("dark", "Theme: dark"),
];

/// The menu.
pub fn menu(page: Page, is_embedding: RwSignal<bool>) -> El {
    let start_over = button("item", move || start_over(page))
        .attr("data-action", "start-over")
        .text("Start over");
    let print = button("item", browser::print)
        .attr("data-action", "print")
        .text("Print");
    let embed = button("item", move || embed::open(page, is_embedding))
        .attr("data-action", "embed")
        .text("Embed this");
    let about = el("div")
        .attr("class", "about")
        .child(el("p").text("Nothing you type leaves this page."))
        .child(
            el("p")
                .text(format!(
                    "Version {}. Facts about AWS and Harness of {}. ",
                    env!("CARGO_PKG_VERSION"),
                    sources::READ
                ))
                .text("MIT or Apache 2.0."),
        )
        .child(
            el("p")
                .child(
                    el("a")
                        .attr("href", "rules.html")
                        .attr("target", "_blank")
                        .text("All rules"),
                )
                .text(" · ")
                .child(away(sources::ON_ECS, "Harness documentation", "")),
        );
    el("details")
        .attr("class", "menu")
        .child(
            el("summary")
                .attr("class", "quiet")
                .attr("title", "Menu")
                .text("Menu"),
        )
        .child(
            el("div")
                .attr("class", "popover")
                .child(start_over)
                .child(theme())
                .child(print)
                .child(embed)
                .child(about),
        )
}

fn start_over(page: Page) {
    let first = page.embedding.with_untracked(|embedding| embedding.form.clone());
    page.link_findings.set(Vec::new());
    page.from_link.set(Vec::new());
    page.importing.clear();
    page.edit(|form| *form = first);
    // One step: Undo brings everything back but the secrets.
    page.history
        .update(|history| history.change_all(Form::forget_secrets));
    page.is_marking.set(false);
    page.say_of_edit("The form is reset. Undo does not restore secrets.");
    browser::close_popovers();
}

fn theme() -> El {
    let at = RwSignal::new(0_usize);
    effect(move || {
        let now = browser::theme();
        at.set(THEMES.iter().position(|(theme, _)| *theme == now).unwrap_or(0));
    });
    let next = move || {
        at.update(|at| *at = (*at + 1) % THEMES.len());
        browser::choose_theme(THEMES.get(at.get_untracked()).map_or("", |(theme, _)| theme));
    };
    let label = memo(move || THEMES.get(at.get()).map_or("", |(_, label)| label).to_owned());
    button("item", next).attr("data-action", "theme").live_text(label)
}
