//! Words that the page's texts share.

use std::fmt::Display;

/// Returns a number of things, in words: `1 value`, `3 values`.
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let things = if number == N::from(1) { one } else { many };
    format!("{number} {things}")
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
