//! Parses and checks the texts that Harness defines.

pub mod account_id;
pub mod image;
pub mod token;
