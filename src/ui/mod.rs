//! The page, a thin layer over the domain: one signal holds the form, and [`page::Page`] computes everything else from it
//! with the functions of the domain.

mod address;
mod archive;
mod bar;
mod block;
mod browser;
mod early;
mod embed;
mod field;
mod files;
mod finding;
mod form;
mod frame;
mod from_link;
mod group;
mod header;
mod html;
mod import;
mod later;
mod menu;
mod message;
mod notice;
mod page;
mod pane;
mod paper;
mod parts;
mod primary;
mod said;
mod severity;
mod share;
mod status;
mod steps;
mod tabs;
mod ways;

use browser::Typed;
use html::{effect, el};
use leptos::prelude::*;
use page::Page;

/// Returns the page, which takes over the HTML that is there. Reads first what was typed into it.
pub fn app() -> impl FnOnce() -> Vec<AnyView> {
    let typed = browser::typed_early();
    let is_block = browser::is_block();
    move || if is_block { blocks() } else { page(typed) }
}

/// The page. What it renders first is in the HTML already: the default form, without rules, date and link.
fn page(typed: Vec<Typed>) -> Vec<AnyView> {
    let page = start(typed);
    let skip = el("a")
        .attr("class", "skip")
        .attr("href", "#output")
        .text("Skip to the files")
        .on("click", |event| {
            // The fragment holds the form, so the browser must not follow this one.
            event.prevent_default();
            browser::focus("output");
        });
    vec![
        skip.into_view(),
        header::header(page).into_view(),
        ways::ways(page).into_view(),
        el("main")
            .child(form::form(page))
            .child(files::output(page))
            .child(block::blocks(page))
            .child(block::faults(page))
            .into_view(),
        paper::paper(page).into_view(),
        bar::bar(page).into_view(),
        notice::notice(page).into_view(),
        said::said(page).into_view(),
    ]
}

/// The page of a frame that shows files alone, as code blocks: without the form, whose inputs are most of the cost.
fn blocks() -> Vec<AnyView> {
    let page = start(Vec::new());
    vec![
        el("main")
            .child(el("h1").attr("class", "hidden").text("ECS Delegate Configurator"))
            .child(block::blocks(page))
            .child(block::faults(page))
            .into_view(),
        notice::notice(page).into_view(),
    ]
}

/// The state of the page, which begins to follow the address and the browser.
fn start(mut typed: Vec<Typed>) -> Page {
    let page = Page::new();
    effect(move || {
        page.today.set(browser::today());
        let group = address::follow(page);
        early::apply(page, std::mem::take(&mut typed));
        later::follow(page, browser::show_link, move || {
            group.when_here(browser::set_ready);
        });
        browser::on_undo_keys(move || header::undo(page), move || header::redo(page));
        browser::keep_steady();
        browser::before_use(move || page.settle());
    });
    page
}

/// The page as HTML, with the default form.
#[cfg(feature = "prerender")]
pub fn prerendered() -> String {
    rendered(|| page(Vec::new()))
}

/// The page of files alone as HTML; after it the files of the usual forms, of which the browser shows one until the program
/// runs.
#[cfg(feature = "prerender")]
pub fn prerendered_blocks() -> String {
    rendered(blocks) + &rendered(block::ahead)
}

#[cfg(feature = "prerender")]
fn rendered(views: impl FnOnce() -> Vec<AnyView>) -> String {
    // Rendering starts no task, but Leptos wants an executor for them.
    let _ = any_spawner::Executor::init_futures_executor();
    Owner::new().with(|| views().to_html())
}

/// Shows that the program has stopped. The panic hook calls it, so it changes the document directly.
pub fn show_panic(message: &str) {
    browser::show_panic(message);
}
