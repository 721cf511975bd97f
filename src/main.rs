//! The program of the page: takes the HTML over, and shows a message if it panics.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        configurator::ui::show_panic(&panic.to_string());
    }));
    leptos::mount::hydrate_body(configurator::ui::app());
}
