//! Copying, and selecting a text so that the user can copy it.

use super::time::spawn;
use crate::ui::frame;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// Copies a text, then calls back with whether the browser allowed it.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    boxed_copy(text, Box::new(done));
}

// Not generic over the function: compiled once.
fn boxed_copy(text: &str, done: Box<dyn FnOnce(bool)>) {
    if !frame::may_copy() {
        done(false);
        return;
    }
    let promise = frame::write_text(text);
    spawn(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Selects the whole text of an element, so that the user can copy it.
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
