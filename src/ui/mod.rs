//! The page, a thin layer over the domain: one signal holds the form, and [`page::Page`] computes everything else from it
//! with the functions of the domain.

mod address;
mod archive;
mod browser;
mod field;
mod finding;
mod form;
mod frame;
mod html;
mod later;
mod message;
mod missing;
mod notice;
mod page;
mod pane;
mod panes;
mod parts;
mod severity;
mod summary;
mod toolbar;

use html::el;
use leptos::prelude::*;
use page::Page;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let page = Page::new();
    Effect::new(move || {
        page.today.set(browser::today());
        address::follow(page);
        later::follow(page, browser::set_ready);
    });
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
        toolbar::header(page).into_view(),
        el("main")
            .child(form::form(page))
            .child(panes::output(page))
            .into_view(),
        notice::notice(page).into_view(),
    ]
}

/// The page as HTML, with the default form.
#[cfg(feature = "prerender")]
pub fn prerendered() -> String {
    // Rendering starts no task, but Leptos wants an executor for them.
    let _ = any_spawner::Executor::init_futures_executor();
    Owner::new().with(|| App().to_html())
}

/// Shows that the program has stopped. The panic hook calls it, so it changes the document directly.
pub fn show_panic(message: &str) {
    browser::show_panic(message);
}
