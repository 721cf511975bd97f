//! Events: listening to those of the window, and reading what an event carries.

use leptos::prelude::window_event_listener_untyped;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Calls back on each event of the window.
pub fn on_window(event: &'static str, call: impl Fn() + 'static) {
    on_window_event(event, move |_| call());
}

/// Calls back with each event of the window.
pub fn on_window_event(event: &'static str, call: impl Fn(&Event) + 'static) {
    // The page lives as long as the window, so nothing ever removes the listener.
    std::mem::forget(window_event_listener_untyped(event, move |event| call(&event)));
}

/// The value of the input that sent the event.
pub fn value_of(event: &Event) -> String {
    let value = event
        .target()
        .and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts a value into the input that sent the event.
pub fn put_value(event: &Event, value: &str) {
    if let Some(target) = event.target() {
        let _ = js_sys::Reflect::set(&target, &"value".into(), &value.into());
    }
}

/// The name of the input that sent the event. Blank if it has none.
pub fn name_of(event: &Event) -> String {
    let name = event
        .target()
        .and_then(|target| js_sys::Reflect::get(&target, &"name".into()).ok());
    name.and_then(|name| name.as_string()).unwrap_or_default()
}

/// The key that was pressed.
pub fn key_of(event: &Event) -> String {
    event
        .dyn_ref::<KeyboardEvent>()
        .map(KeyboardEvent::key)
        .unwrap_or_default()
}

/// Whether the Shift key was held down.
pub fn is_shifted(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(KeyboardEvent::shift_key)
}
