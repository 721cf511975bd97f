//! Rules about the form as a whole: placeholders that are left, and values that have no effect.

pub mod does_not_apply;
mod placeholder_left;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[does_not_apply::RULE, placeholder_left::RULE];
