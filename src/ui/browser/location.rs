//! The address of the page.

use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use web_sys::Url;

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

/// Puts a form's link into the address bar, without the query. Adds no history entry. Returns whether the browser allows
/// it.
pub fn replace_address(fragment: &str) -> bool {
    let history = window().history();
    history.is_ok_and(|history| {
        history
            .replace_state_with_url(&JsValue::NULL, "", Some(&link(fragment)))
            .is_ok()
    })
}

/// The full link to the page with this form.
pub fn link(fragment: &str) -> String {
    // The whole address: a path alone, such as `//`, can be the address of another site.
    let url = window().location().href().and_then(|href| Url::new(&href));
    url.map_or_else(
        |_| String::new(),
        |url| {
            url.set_search("");
            url.set_hash(fragment);
            url.href()
        },
    )
}

/// The same for a text that others may read. `None` if the page is a file of the user, whose path is nobody's business.
pub fn public_link(fragment: &str) -> Option<String> {
    let is_file = window()
        .location()
        .protocol()
        .is_ok_and(|protocol| protocol == "file:");
    (!is_file).then(|| link(fragment))
}
