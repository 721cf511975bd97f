//! The page.
use leptos::prelude::*;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let text = RwSignal::new(String::new());
    Effect::new(|| {
        document()
            .document_element()
            .unwrap()
            .set_attribute("data-ready", "")
            .unwrap();
    });
    view! { <input name="delegate_name" on:input:target=move |ev| text.set(ev.target().value())/> <pre data-file="task-spec.json">{text}</pre> }
}
