//! The address of the page.

use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

/// The parts of the page's address.
pub struct Address {
    /// Without `?`.
    pub query: String,
    /// Without `#`.
    pub fragment: String,
    /// Whether another page shows this one in a frame.
    pub is_framed: bool,
}

/// The current address.
pub fn address() -> Address {
    let location = window().location();
    let own: JsValue = window().into();
    let is_framed = window()
        .top()
        .ok()
        .flatten()
        .is_none_or(|top| JsValue::from(top) != own);
    Address {
        query: location
            .search()
            .unwrap_or_default()
            .trim_start_matches('?')
            .to_owned(),
        fragment: location
            .hash()
            .unwrap_or_default()
            .trim_start_matches('#')
            .to_owned(),
        is_framed,
    }
}

/// Puts a form's link into the address bar, as path and fragment, without the query. Adds no history entry.
pub fn replace_address(fragment: &str) {
    let mut url = window().location().pathname().unwrap_or_default();
    if !fragment.is_empty() {
        url.push('#');
        url.push_str(fragment);
    }
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// The full link to the page with this form.
pub fn link(fragment: &str) -> String {
    let location = window().location();
    let page = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    if fragment.is_empty() {
        page
    } else {
        format!("{page}#{fragment}")
    }
}
