//! The rule about texts that were pasted with what was around the value, and the function that finds the value.

mod meant;
pub mod paste;
mod pasted_text;
mod places;
mod region;
mod shape;
mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use super::rule::Rule;

pub use meant::all;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[pasted_text::RULE];
