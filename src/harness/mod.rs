//! The texts that Harness defines, each read in one place.

pub mod account_id;
pub mod image;
pub mod token;
