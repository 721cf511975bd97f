//! The way `script`: one shell script that does everything.

mod deploy;
mod network;
mod paste;
mod roles;
mod secrets;
mod settings;
pub mod variables;
mod word;

use super::file::Output;

/// The outputs of the way, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[deploy::OUTPUT];
