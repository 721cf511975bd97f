//! Rules about the task definition as a whole.

pub mod bytes;
mod task_def_too_large;
mod task_def_too_large_hint;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[task_def_too_large::RULE, task_def_too_large_hint::RULE];
