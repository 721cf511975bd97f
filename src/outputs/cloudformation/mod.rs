//! The way `cloudformation`: a template, and how to create a stack from it.

mod flag;
mod names;
pub mod parameters;
mod properties;
pub mod stack;
mod steps;
mod template;

use super::file::Output;

/// The outputs of the way, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[template::OUTPUT];
