//! AWS documents as JSON: two blanks of indentation, a line feed at the end.
//!
//! Every document becomes a [`Tree`] first: one way through serde for all formats, which is also what keeps the page
//! small.

use super::tree::Tree;
use crate::deployment::Deployment;
use serde::Serialize;

/// `task-spec.json`
pub fn task_definition(deployment: &Deployment) -> String {
    pretty(&Tree::of(&deployment.task_definition).with(&deployment.carried.task_definition))
}

/// `service.json`
pub fn service(deployment: &Deployment) -> String {
    pretty(&Tree::of(&deployment.service).with(&deployment.carried.service))
}

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
