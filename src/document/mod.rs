//! AWS documents before they are printed: texts that know what they are made of, and trees of them.

pub mod json;
pub mod text;
pub mod tree;
