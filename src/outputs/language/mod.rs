//! The languages that files are written in. Each has its printer, and one function that quotes for it.

pub mod aws_cli;
pub mod cli_version;
pub mod comment;
pub mod hcl;
pub mod sed;
pub mod shell;
mod unicode;
pub mod yaml;
