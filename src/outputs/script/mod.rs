//! Way `script`: one shell script that does the whole job.

mod deploy;
mod network;
pub mod paste;
mod roles;
mod secrets;
mod settings;
mod update;
mod variables;
mod word;

use super::file::Output;

/// Its outputs, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[deploy::OUTPUT];
