//! The message that the page has stopped.

use super::location::address;
use leptos::prelude::{document, window};
use web_sys::{Document, Element};

/// Shows that the program has stopped, with a link to the page and the values in its address.
pub fn show_panic(message: &str) {
    let Some(root) = document().body() else { return };
    // Code that still runs after the first panic may panic again.
    if document()
        .query_selector(".crash")
        .is_ok_and(|shown| shown.is_some())
    {
        return;
    }
    if let Some(alert) = alert(&document(), message) {
        let _ = root.insert_before(&alert, root.first_child().as_ref());
    }
}

fn alert(document: &Document, message: &str) -> Option<Element> {
    let alert = document.create_element("div").ok()?;
    let _ = alert.set_attribute("class", "crash");
    let _ = alert.set_attribute("role", "alert");
    let (kept, reload) = if address().is_framed {
        ("It keeps nothing while it is inside another page.", "Reload")
    } else {
        (
            "What you typed is in its address, except for secrets.",
            "Reload with your values",
        )
    };
    let stopped = format!("Something in this page went wrong, and it no longer reacts. {kept}");
    for (element, text) in [("p", stopped.as_str()), ("a", reload), ("pre", message)] {
        if let Ok(child) = document.create_element(element) {
            child.set_text_content(Some(text));
            if element == "a" {
                let _ = child.set_attribute("href", &reload_address());
            }
            let _ = alert.append_child(&child);
        }
    }
    Some(alert)
}

/// Returns an address with the same values that makes the browser reload the page. The browser would not reload the
/// same address, but it reloads one that differs only by an empty query.
fn reload_address() -> String {
    let location = window().location();
    let (search, hash) = (
        location.search().unwrap_or_default(),
        location.hash().unwrap_or_default(),
    );
    let has_query = location.href().unwrap_or_default().contains('?');
    let query = match (hash.contains('='), has_query) {
        (true, true) => "",
        (false, true) => &format!("{search}&"),
        (_, false) => "?",
    };
    format!("{}{query}{hash}", location.pathname().unwrap_or_default())
}
