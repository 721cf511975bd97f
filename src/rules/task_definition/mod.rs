//! The task definition as a whole.

pub mod bytes;
mod task_def_too_large;
mod task_def_too_large_hint;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[task_def_too_large::RULE, task_def_too_large_hint::RULE];
