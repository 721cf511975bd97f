//! The way `terraform`: a call of the published module, or plain resources.

mod arguments;
mod items;
mod module;
mod references;
mod second_run;
mod secret_names;
mod standalone;
mod steps;

use super::file::Output;

/// The outputs of the way, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[module::OUTPUT, standalone::OUTPUT];
