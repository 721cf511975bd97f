//! AWS documents before they are printed: texts that keep track of their parts, and trees of such texts.

mod builder;
pub mod json;
pub mod mark;
pub mod supplied;
pub mod text;
pub mod tree;
pub mod written;
