//! The only file that talks to the browser: address, clipboard, downloads, storage of the theme, focus, time. Nothing
//! here is called while rendering, and nothing here panics: what a browser refuses has no effect.

use super::frame;
use crate::date::Date;
use gloo::timers::callback::Timeout;
use leptos::prelude::{document, window, window_event_listener_untyped};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, HtmlAnchorElement, HtmlElement, HtmlInputElement, KeyboardEvent,
    Url,
};

/// Where the chosen theme is kept; index.html reads it before the first paint. Not inside a frame: there is no switch.
const THEME: &str = "theme";

/// The address of the page.
pub struct Address {
    /// Without `?`.
    pub query: String,
    /// Without `#`.
    pub fragment: String,
    /// Whether another page has put this one into a frame.
    pub is_framed: bool,
}

/// The address as it is now.
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

/// Puts a form's link into the address bar: path and fragment, without the query. Makes no history entry.
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

/// The whole link to the page with this form.
pub fn link(fragment: &str) -> String {
    let location = window().location();
    let page = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    if fragment.is_empty() {
        page
    } else {
        format!("{page}#{fragment}")
    }
}

/// Calls back on each event of the window's.
pub fn on_window(event: &'static str, call: impl Fn() + 'static) {
    // The page lives as long as the window: the listener is never removed.
    std::mem::forget(window_event_listener_untyped(event, move |_| call()));
}

/// Calls back after a while.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, call).forget();
}

/// The day where the user is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or(u16::MAX),
        month: small(now.get_month() + 1),
        day: small(now.get_date()),
    }
}

/// Says to the outside that the page reacts.
pub fn set_ready() {
    set_root_attribute("data-ready", "");
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// The theme that the page has: index.html took it from an earlier visit, or from the link.
pub fn theme() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme"))
        .unwrap_or_default()
}

/// Shows a theme and keeps the choice; blank follows the system.
pub fn choose_theme(theme: &str) {
    set_root_attribute("data-theme", theme);
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = if theme.is_empty() {
            storage.remove_item(THEME)
        } else {
            storage.set_item(THEME, theme)
        };
    }
}

/// What the input holds that an event is about.
pub fn value_of(event: &Event) -> String {
    let value = event
        .target()
        .and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// The key that an event is about.
pub fn key_of(event: &Event) -> String {
    event
        .dyn_ref::<KeyboardEvent>()
        .map(KeyboardEvent::key)
        .unwrap_or_default()
}

/// Whether the shift key is down in an event.
pub fn is_shifted(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(KeyboardEvent::shift_key)
}

/// Copies a text, and calls back with whether that was possible.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    if !frame::may_copy() {
        done(false);
        return;
    }
    let promise = window().navigator().clipboard().write_text(text);
    spawn(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Selects all text of an element, so that the user can copy it.
pub fn select(id: &str) {
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let _ = input.focus();
        input.select();
        return;
    }
    if let (Ok(range), Ok(Some(selection))) = (document().create_range(), window().get_selection()) {
        let _ = range.select_node_contents(&element);
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
}

/// Saves a text as a file, byte for byte.
pub fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(name, &blob);
    }
}

/// Lets the user save several files as one archive, and calls back with whether that was possible: what packs them is
/// fetched on first use.
pub fn download_archive(name: &'static str, files: &[(&str, &str)], done: impl FnOnce(bool) + 'static) {
    let list = js_sys::Array::new();
    for (name, text) in files {
        let file = js_sys::Object::new();
        for (key, value) in [("name", name), ("input", text)] {
            let _ = js_sys::Reflect::set(&file, &key.into(), &JsValue::from_str(value));
        }
        list.push(&file);
    }
    let archive = archive(&list);
    spawn(async move {
        let blob = JsFuture::from(archive).await;
        if let Ok(blob) = &blob {
            save(name, blob.unchecked_ref());
        }
        done(blob.is_ok());
    });
}

#[wasm_bindgen(module = "/src/ui/archive.js")]
extern "C" {
    /// The archive of these files, in a promise of a `Blob`.
    fn archive(files: &js_sys::Array) -> js_sys::Promise;
}

/// Does something beside the page's own work.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

fn save(name: &str, blob: &Blob) {
    frame::tell_file("download", name);
    let Ok(url) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(Ok(anchor)) = document()
        .create_element("a")
        .map(JsCast::dyn_into::<HtmlAnchorElement>)
    {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    // Not at once: some browsers begin to read it after the click.
    after(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
}

/// Brings an element into view and gives it the focus; opens the sections around it.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_element(&element);
    }
}

/// The same with the input of a field, or of one of its rows.
pub fn focus_field(key: &str, row: usize) {
    // Only keys of the field table come here: names without quotes.
    let Ok(inputs) = document().query_selector_all(&format!("[name=\"{key}\"]")) else {
        return;
    };
    let row = u32::try_from(row)
        .unwrap_or(0)
        .min(inputs.length().saturating_sub(1));
    if let Some(element) = inputs.get(row).and_then(|node| node.dyn_into::<Element>().ok()) {
        focus_element(&element);
    }
}

fn focus_element(element: &Element) {
    let mut around = element.closest("details").ok().flatten();
    while let Some(section) = around {
        let _ = section.set_attribute("open", "");
        around = section
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Brings an element to the top of what scrolls it.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Says in the page that the program has stopped, and links to the page with the values that the address has.
pub fn show_panic(message: &str) {
    let Some(root) = document().body() else { return };
    // What still runs after the first one may stop again.
    if document()
        .query_selector(".crash")
        .is_ok_and(|shown| shown.is_some())
    {
        return;
    }
    let location = window().location();
    let (search, hash) = (
        location.search().unwrap_or_default(),
        location.hash().unwrap_or_default(),
    );
    // A link to the very same address would not load the page anew: one that differs only in an empty query does.
    let is_with_query = location.href().unwrap_or_default().contains('?');
    let query = match (hash.contains('='), is_with_query) {
        (true, true) => "",
        (false, true) => &format!("{search}&"),
        (_, false) => "?",
    };
    let href = format!("{}{query}{hash}", location.pathname().unwrap_or_default());
    let Ok(alert) = document().create_element("div") else {
        return;
    };
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
        if let Ok(child) = document().create_element(element) {
            child.set_text_content(Some(text));
            if element == "a" {
                let _ = child.set_attribute("href", &href);
            }
            let _ = alert.append_child(&child);
        }
    }
    let _ = root.insert_before(&alert, root.first_child().as_ref());
}
