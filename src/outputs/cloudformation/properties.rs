//! AWS API documents in CloudFormation's spelling.

use super::flag::Flag;
use super::names;
use crate::deployment::tags::Tag;
use crate::document::Document;
use crate::document::supplied::Supplied;
use crate::document::text::{Piece, Text};
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::facts::cloudformation::NAMES;
use crate::outputs::language::yaml::Node;

/// Converts an IAM policy. Its members keep IAM's spelling.
pub fn policy(document: &impl Document) -> Node {
    Node::of(&Tree::of(document), "", &text, &|_, member| member.to_owned())
}

/// Converts an API document. CloudFormation capitalizes the names of its members.
pub fn document(tree: &Tree) -> Node {
    Node::of(tree, "", &text, &property)
}

/// Returns the member `Tags`, or `None` if there are no tags.
pub fn tags(tags: &[Tag]) -> Option<(String, Node)> {
    (!tags.is_empty()).then(|| ("Tags".to_owned(), document(&Tree::of(&tags))))
}

/// Members whose value has keys that the user or a driver chose, so they keep their spelling.
const MAPS: &[&str] = &["options", "dockerLabels", "driverOpts", "labels"];

fn property(parent: &str, member: &str) -> String {
    if MAPS.contains(&parent) {
        return member.to_owned();
    }
    let is_named = |(around, other, _): &&(&str, &str, &str)| {
        *other == member && (around.is_empty() || *around == parent)
    };
    if let Some((.., property)) = NAMES.iter().find(is_named) {
        return (*property).to_owned();
    }
    let mut chars = member.chars();
    chars
        .next()
        .map(|c| c.to_ascii_uppercase())
        .into_iter()
        .chain(chars)
        .collect()
}

/// Returns the name of the log group: a reference if the stack creates the log group, so that the tasks wait for it.
pub fn log_group(name: &Text) -> Node {
    Flag::CreateLogGroup.choose(Node::tagged("!Ref", "LogGroup"), Node::text(name))
}

/// Converts a text with its references: to `!Ref` or `!GetAtt` for one reference by itself, otherwise to `!Sub`.
fn text(text: &Text) -> Node {
    if text.as_reference() == Some(Supplied::LogGroup) {
        return log_group(text);
    }
    match text.pieces(&names::reference).as_slice() {
        [Piece::Reference(name)] => Node::tagged(if name.contains('.') { "!GetAtt" } else { "!Ref" }, name),
        pieces if pieces.iter().any(|piece| matches!(piece, Piece::Reference(_))) => {
            let pieces: Vec<Written> = pieces.iter().map(substitution).collect();
            Node::Tagged("!Sub", Box::new(Node::Text(Written::joined(&pieces, ""))))
        }
        _ => Node::text(text),
    }
}

/// Escapes a stretch of a text for `!Sub`, where `${!` stands for a literal `${`.
fn substitution(piece: &Piece) -> Written {
    match piece {
        Piece::Reference(name) => format!("${{{name}}}").into(),
        Piece::Words(words) => {
            let has_dollar = words.text().contains('$');
            let mut last = ' ';
            words.escaped(
                |_| has_dollar,
                |out, rest| {
                    let c = rest.chars().next();
                    if c == Some('{') && last == '$' {
                        out.push_str("{!");
                    } else {
                        out.extend(c);
                    }
                    last = c.unwrap_or(' ');
                },
            )
        }
    }
}
