//! The page: thin. One signal holds the form, and what is shown is the five functions of the domain in order, each a
//! memo over the one before ([`page::Page`]).

mod address;
mod browser;
mod field;
mod findings;
mod form;
mod missing;
mod page;
mod pane;
mod panes;
mod rows;
mod toolbar;

use leptos::prelude::*;
use page::Page;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let page = Page::new();
    Effect::new(move || {
        page.today.set(browser::today());
        address::follow(page);
        browser::set_ready();
    });
    view! {
        <a class="skip" href="#output" on:click=move |event| {
            event.prevent_default();
            browser::focus("output");
        }>"Skip to the files"</a>
        {toolbar::header(page)}
        <main>
            {form::form(page)}
            {panes::output(page)}
        </main>
        {toolbar::notice(page)}
    }
}

/// Shows in the page that the program has stopped. For the panic hook: it changes the document by hand.
pub fn show_panic(message: &str) {
    browser::show_panic(message);
}
