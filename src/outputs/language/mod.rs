//! The languages that files are written in: a small tree of each, its printer, and the one place that quotes for it.

pub mod aws_cli;
pub mod hcl;
pub mod shell;
mod unicode;
pub mod yaml;
