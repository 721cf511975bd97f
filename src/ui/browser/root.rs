//! The attributes of `<html>`: whether the page is ready, and its theme.

use leptos::prelude::{document, window};

/// The key under which the chosen theme is stored; index.html reads it before the first paint. In a frame nothing is
/// stored, because the page has no theme button there.
const THEME: &str = "theme";

/// Marks the page as ready, for tests and scripts.
pub fn set_ready() {
    set_attribute("data-ready", "");
    if let Some(root) = document().document_element() {
        // It took so long that the page apologised.
        let _ = root.remove_attribute("data-stopped");
    }
}

/// Shows the output of a link: it is that of its form now. The rules may still be under way.
pub fn show_link() {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute("data-link");
    }
}

/// The current theme. index.html sets it from an earlier visit or from the link.
pub fn theme() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme"))
        .unwrap_or_default()
}

/// Shows a theme and stores the choice. A blank theme follows the system.
pub fn choose_theme(theme: &str) {
    set_attribute("data-theme", theme);
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = if theme.is_empty() {
            storage.remove_item(THEME)
        } else {
            storage.set_item(THEME, theme)
        };
    }
}

fn set_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Whether this document shows files alone (block.html).
pub fn is_block() -> bool {
    let body = document().body();
    body.is_some_and(|body| body.has_attribute("data-blocks"))
}
