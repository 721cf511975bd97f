//! AWS documents as JSON: two blanks of indentation, a line feed at the end.
//!
//! Every document becomes a [`Tree`] first: one way through serde for all formats, which is also what keeps the page
//! small.

use crate::document::tree::Tree;
use serde::Serialize;

/// A document as a file.
pub fn document(document: &impl Serialize) -> String {
    pretty(&Tree::of(document))
}

/// A document on one line, as an argument of a command.
pub fn compact(document: &impl Serialize) -> String {
    line(&Tree::of(document))
}

/// A tree as a file.
pub fn pretty(tree: &Tree) -> String {
    // Trees are texts, numbers, flags, lists and members: all of them are JSON.
    let mut text = serde_json::to_string_pretty(tree).unwrap_or_default();
    text.push('\n');
    text
}

/// A tree on one line.
pub fn line(tree: &Tree) -> String {
    serde_json::to_string(tree).unwrap_or_default()
}
