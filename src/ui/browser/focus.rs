//! Moving the focus, and scrolling.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Brings an element into view and focuses it; opens the sections around it.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_element(&element);
    }
}

/// Does the same for the input of a field, or for one of its rows.
pub fn focus_field(key: &str, row: usize) {
    // The keys come from the field table, so they contain no quotes.
    let Ok(inputs) =
        document().query_selector_all(&format!("[name=\"{key}\"]:is(:not([type=radio]), :checked)"))
    else {
        return;
    };
    let row = u32::try_from(row)
        .unwrap_or(0)
        .min(inputs.length().saturating_sub(1));
    if let Some(element) = inputs.get(row).and_then(|node| node.dyn_into::<Element>().ok()) {
        focus_element(&element);
    }
}

/// Whether the focus is in an input that takes typed text.
pub fn is_typing() -> bool {
    let element = document().active_element();
    element.is_some_and(|element| {
        element.has_type::<HtmlTextAreaElement>()
            || element
                .dyn_ref::<HtmlInputElement>()
                .is_some_and(|input| !["checkbox", "radio"].contains(&input.type_().as_str()))
    })
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

/// Scrolls an element to the top of its scroll area.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}
