//! AWS documents before they are printed: texts that know what they are made of, and trees of them.

pub mod declare;
pub mod json;
pub mod mark;
pub mod supplied;
pub mod text;
pub mod tree;
pub mod written;

pub use declare::Document;
