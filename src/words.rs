//! Words that the page's texts share.

use std::fmt::Display;

/// Returns a number of things, in words: `1 value`, `3 values`.
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let things = if number == N::from(1) { one } else { many };
    format!("{number} {things}")
}

/// How many things [`listed`] names.
const LISTED_MAX: usize = 30;

/// Names things, with commas between; of a great many the first, and how many more there are.
pub fn listed(things: &[String]) -> String {
    match things.len().checked_sub(LISTED_MAX) {
        None | Some(0) => things.join(", "),
        Some(more) => format!("{} and {more} more", things[..LISTED_MAX].join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_none_are_many() {
        assert_eq!(counted(1_u64, "value", "values"), "1 value");
        assert_eq!(counted(0_usize, "value", "values"), "0 values");
    }
}
