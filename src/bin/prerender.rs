//! Prints the HTML of a page as it is before its program runs: the page with the default form and its files; with the
//! argument `block`, the page that shows files alone; with `embed`, what embed.js knows of them, as JSON.

use configurator::link::embedding::known;
use configurator::ui;

fn main() {
    let text = match std::env::args().nth(1).as_deref() {
        Some("block") => ui::prerendered_blocks(),
        Some("embed") => known().to_string(),
        _ => ui::prerendered(),
    };
    print!("{text}");
}
