//! Prints the HTML of the page as it is before its program runs: the default form and its files.

fn main() {
    print!("{}", configurator::ui::prerendered());
}
