//! The lists of names that an embedding page gives.

use crate::secrets;

/// The names in a list, which stand between commas or white space.
pub fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(|c: char| c == ',' || c.is_whitespace())
        .filter(|name| !name.is_empty())
}

/// Returns what a message shows of a name that the page does not know.
pub fn named(name: &str) -> String {
    if secrets::is_in(name) {
        return "…".to_owned();
    }
    name.chars().take(80).collect()
}
