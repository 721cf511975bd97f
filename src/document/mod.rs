//! AWS documents before they are printed: texts that keep track of their parts, and trees of such texts.

pub mod conform;
pub mod declare;
pub mod json;
pub mod mark;
pub mod supplied;
pub mod text;
pub mod tree;
pub mod written;

pub use declare::Document;
