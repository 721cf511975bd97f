//! Hands the form over a reload. Chromium reloads the address that the page had before `beforeunload`, so what is written
//! there in the last moment would be lost. The link waits in the tab's session storage until the page has loaded again,
//! which removes it; like every link, it holds no secret.

use js_sys::Reflect;
use leptos::prelude::window;
use web_sys::Storage;

/// The key in the session storage.
const KEY: &str = "ecs-delegate-configurator-reload";

/// The type of a navigation that is a reload, of `performance.navigation`.
const RELOAD: f64 = 1.0;

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Keeps a fragment for the next load of the page in this tab.
pub fn hand_over(fragment: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, fragment);
    }
}

/// Returns the fragment that the page kept before it was reloaded, and removes it.
pub fn take_over() -> Option<String> {
    let storage = storage()?;
    let fragment = storage.get_item(KEY).ok().flatten()?;
    let _ = storage.remove_item(KEY);
    is_reload().then_some(fragment)
}

/// Whether the page was loaded again, and so shows what it showed before.
pub fn is_reload() -> bool {
    let get = |object: &_, key: &str| Reflect::get(object, &key.into());
    let navigation = get(&window(), "performance").and_then(|performance| get(&performance, "navigation"));
    let kind = navigation.and_then(|navigation| get(&navigation, "type"));
    kind.is_ok_and(|kind| kind.as_f64() == Some(RELOAD))
}
