//! Way `cloudformation`: a template, and how a stack is made of it.

mod names;
pub mod parameters;
mod properties;
pub mod stack;
mod template;

use super::file::Output;

/// Its outputs, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[template::OUTPUT];
