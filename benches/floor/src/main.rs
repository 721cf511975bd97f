//! One input and one output that follows it: what any page of this kind costs.

use leptos::prelude::*;

fn app() -> impl IntoView {
    let name = RwSignal::new(String::new());
    view! {
        <input
            name="delegate_name"
            aria-label="Delegate name"
            on:input=move |event| name.set(event_target_value(&event))
        />
        <pre data-file="task-spec.json">{move || format!("Delegate name: {}", name.get())}</pre>
    }
}

#[cfg(feature = "hydrate")]
fn main() {
    leptos::mount::hydrate_body(app);
}

/// Prints the first HTML.
#[cfg(not(feature = "hydrate"))]
fn main() {
    #[cfg(feature = "ssr")]
    let _ = any_spawner::Executor::init_futures_executor();
    println!("{}", Owner::new().with(|| app().to_html()));
}
