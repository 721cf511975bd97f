//! The header: the purpose of the page, and the buttons for the whole form.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use crate::Form;
use crate::link;
use leptos::prelude::*;

/// The id of the input with the link.
const LINK: &str = "share-link";

/// The themes (blank follows the system), each with the text of the button.
const THEMES: &[(&str, &str)] = &[
    ("", "Theme: auto"),
    ("light", "Theme: light"),
    ("dark", "Theme: dark"),
];

/// The header.
pub fn header(page: Page) -> El {
    // Shown if the browser does not let the page copy.
    let shown_link = RwSignal::new(String::new());
    page.blank_on_edit(shown_link);
    let purpose = el("p")
        .text("Everything that starts a Harness delegate on Amazon ECS, from one form. ")
        .child(el("strong").text("Nothing you type leaves this page."));
    let title = el("div")
        .attr("class", "title")
        .child(el("h1").text("ECS Delegate Configurator"))
        .child(purpose)
        .child(
            el("p")
                .attr("class", "framed")
                .text("The page around this form can see what it holds, except for secrets."),
        );
    let share = button("button", move || share(page, shown_link))
        .attr("data-action", "share")
        .text("Share");
    let start_over = button("button", move || start_over(page))
        .attr("data-action", "start-over")
        .text("Start over");
    // Only in a frame. The link takes along the form without its secrets.
    let own_page = memo(move || {
        page.embedding
            .with(|embedding| embedding.is_framed)
            .then(|| page.form.with(|form| browser::link(&link::write(form))))
    });
    let own_page = el("a")
        .attr("class", "button framed")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .follow("href", own_page)
        .text("Open on its own page");
    let actions = el("div")
        .attr("class", "actions")
        .child(own_page)
        .child(share)
        .child(start_over)
        .child(theme());
    el("header")
        .attr("class", "top")
        .child(title)
        .child(actions)
        .live(move || link_box(shown_link))
}

/// The link in a box, while there is one to show.
fn link_box(shown_link: RwSignal<String>) -> Vec<El> {
    let link = shown_link.get();
    if link.is_empty() {
        return vec![];
    }
    let label = el("label").attr("for", LINK).text("Link to this form");
    let input = el("input")
        .attr("id", LINK)
        .attr("readonly", "")
        .attr("value", link);
    let close = button("button", move || shown_link.set(String::new())).text("Close");
    vec![
        el("p")
            .attr("class", "share")
            .child(label)
            .child(input)
            .child(close),
    ]
}

fn share(page: Page, shown_link: RwSignal<String>) {
    let (link, is_partial) = page
        .form
        .with_untracked(|form| (browser::link(&link::write(form)), link::leaves_out(form)));
    let left_out = if is_partial {
        " What is secret in the form, or imported beside it, is not in the link."
    } else {
        ""
    };
    let text = link.clone();
    browser::copy(&text, move |is_possible| {
        if is_possible {
            page.notice.set(format!("Link copied.{left_out}"));
        } else {
            shown_link.set(link);
            page.notice.set(format!(
                "The browser does not let the page copy: the link is selected, press Ctrl+C (⌘C on a Mac).{left_out}"
            ));
            browser::after(0, || browser::select(LINK));
        }
    });
}

fn start_over(page: Page) {
    let old = page.form.with_untracked(Form::without_secrets);
    let first = page.embedding.with_untracked(|embedding| embedding.form.clone());
    page.taken.set((old != first).then_some(old));
    page.link_findings.set(Vec::new());
    page.edit(|form| *form = first);
    page.notice.set("Everything is as at the start.".to_owned());
}

fn theme() -> El {
    let at = RwSignal::new(0_usize);
    Effect::new(move || {
        let now = browser::theme();
        at.set(THEMES.iter().position(|(theme, _)| *theme == now).unwrap_or(0));
    });
    let next = move || {
        at.update(|at| *at = (*at + 1) % THEMES.len());
        browser::choose_theme(THEMES.get(at.get_untracked()).map_or("", |(theme, _)| theme));
    };
    let label = memo(move || THEMES.get(at.get()).map_or("", |(_, label)| label).to_owned());
    button("button", next)
        .attr("data-action", "theme")
        .live_text(label)
}
