//! The form as a whole: placeholders that were left, and values that have no effect.

pub mod does_not_apply;
mod placeholder_left;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[does_not_apply::RULE, placeholder_left::RULE];
