//! Way `terraform`: the call of the published module, or plain resources.

mod arguments;
mod items;
mod module;
mod references;
mod standalone;
mod steps;

use super::file::Output;

/// Its outputs, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[module::OUTPUT, standalone::OUTPUT];
