//! The output column: the tabs of the ways, the missing values, the findings, and the files of the open way.

use super::html::{El, button, el, live, memo, when};
use super::page::Page;
use super::parts::Part;
use super::{archive, browser, field, later, missing, pane, summary};
use crate::choices::Way;
use crate::fields::{self, Field};
use crate::outputs;
use leptos::prelude::{AnyView, Get as _, With as _};

/// The whole column.
pub fn output(page: Page) -> El {
    // An embedding page may have chosen the way.
    let has_tabs = memo(move || page.wants(&fields::WAY));
    // Every way has files: the list is empty only until the part that generates them is fetched.
    let is_fetching = memo(move || page.files(<[_]>::is_empty) && !page.parts.formats.with(Part::has_failed));
    let is_cut_off = memo(move || page.parts.has_failed());
    let mut files = el("nav").attr("class", "files").attr("aria-label", "Files");
    let mut panes = el("div")
        .attr("class", "panes")
        .attr("id", "panes")
        .attr("role", "tabpanel")
        .attr("tabindex", "0")
        .follow(
            "aria-labelledby",
            memo(move || {
                has_tabs
                    .get()
                    .then(|| format!("way-{}", page.config(|config| config.way.value())))
            }),
        );
    for outputs::Kind { name, language, .. } in outputs::all_kinds() {
        let is_there = memo(move || page.files(|files| files.iter().any(|file| file.name == name)));
        files = files.live(move || when(is_there, || jump(name)));
        panes = panes.live(move || when(is_there, || pane::pane(page, name, language)));
    }
    let fetching = || el("p").attr("class", "none").text("One moment…");
    let panes = panes.live(move || when(is_fetching, fetching));
    let head = el("div")
        .attr("class", "output-head")
        .child(el("h2").attr("class", "hidden").text("Files"))
        .live(move || when(has_tabs, || tabs(page)))
        .live(move || when(is_cut_off, || cut_off(page)))
        .child(missing::missing(page))
        .child(summary::summary(page));
    let beside = fields::OUTPUT_SECTION
        .fields
        .iter()
        .fold(el("div").attr("class", "beside"), |all, field| {
            all.view(self::beside(page, field))
        });
    let head = head.child(beside).child(
        el("div")
            .attr("class", "files-bar")
            .child(files)
            .child(archive::archive(page)),
    );
    el("section")
        .attr("class", "output")
        .attr("id", "output")
        .attr("tabindex", "-1")
        .attr("aria-label", "What you take away")
        .child(head)
        .child(panes)
}

/// A field that only concerns the open way.
fn beside(page: Page, field: &'static Field) -> AnyView {
    let is_here = memo(move || page.shows_beside(field));
    live(move || when(is_here, || field::shown(page, field)))
}

/// The message that a part of the program could not be fetched, and the button that tries again.
fn cut_off(page: Page) -> El {
    let text = "A part of this page could not be fetched. Check the connection; if the site was updated meanwhile, reload the page: the address holds what you typed, except for secrets.";
    el("div")
        .attr("class", "cut-off")
        .attr("role", "alert")
        .child(el("p").text(text))
        .child(button("button small", move || later::again(page)).text("Try again"))
}

fn tabs(page: Page) -> El {
    let tabs = Way::ALL.iter().copied().map(|own| {
        let label = Way::CHOICES
            .iter()
            .find(|choice| choice.value == own.value())
            .map_or("", |choice| choice.label);
        let when_open = |yes: &'static str, no: &'static str| {
            memo(move || {
                Some(
                    if page.config(|config| config.way == own) {
                        yes
                    } else {
                        no
                    }
                    .to_owned(),
                )
            })
        };
        button("tab", move || open(page, own))
            .attr("role", "tab")
            .attr("id", format!("way-{}", own.value()))
            .attr("data-way", own.value())
            .attr("aria-controls", "panes")
            .follow("disabled", page.locked(&fields::WAY))
            .follow("aria-selected", when_open("true", "false"))
            .follow("tabindex", when_open("0", "-1"))
            .on("keydown", move |event| {
                if let Some(next) = next(own, &browser::key_of(&event)) {
                    event.prevent_default();
                    open(page, next);
                    browser::focus(&format!("way-{}", next.value()));
                }
            })
            .text(label)
    });
    el("div")
        .attr("class", "tabs")
        .attr("role", "tablist")
        .attr("aria-label", "Ways")
        .children(tabs)
}

fn open(page: Page, way: Way) {
    page.set(&fields::WAY, way.value().to_owned());
}

/// Returns the tab that a key leads to.
fn next(own: Way, key: &str) -> Option<Way> {
    let ways = Way::ALL;
    let at = ways.iter().position(|way| *way == own)?;
    let next = match key {
        "ArrowRight" => (at + 1) % ways.len(),
        "ArrowLeft" => (at + ways.len() - 1) % ways.len(),
        "Home" => 0,
        "End" => ways.len() - 1,
        _ => return None,
    };
    ways.get(next).copied()
}

fn jump(name: &'static str) -> El {
    button("jump", move || browser::scroll_to(&pane::id(name))).text(name)
}
