//! The page: thin. One signal holds the form, and what is shown is the five functions of the domain in order, each a
//! memo over the one before ([`page::Page`]).

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
            // The fragment is the form's.
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

/// Shows in the page that the program has stopped. For the panic hook: it changes the document by hand.
pub fn show_panic(message: &str) {
    browser::show_panic(message);
}
