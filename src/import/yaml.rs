//! Reads YAML into trees: the documents of a text, with aliases resolved, and CloudFormation's short tags in their long
//! form.

use super::failure::Failure;
use super::json;
use crate::document::tree::Tree;
use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};

/// The most nodes that the aliases of a text may make of it: a bomb of aliases makes billions.
const NODES_MAX: usize = 100_000;
/// The most levels.
const DEPTH_MAX: usize = 100;

/// Reads the documents of a text.
///
/// # Errors
///
/// The text is not YAML, or too much of it.
pub fn documents(text: &str) -> Result<Vec<Tree>, Failure> {
    let mut reader = Reader::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = error.marker();
            let message = format!("This is not valid YAML: {}.", error.info());
            Failure::at(at.line(), at.col() + 1, message)
        })?;
        reader.event(event, span)?;
    }
    Ok(reader.documents)
}

/// A list or an object that is being read.
struct Open {
    value: Tree,
    /// The name whose value comes next, in an object.
    name: Option<String>,
    anchor: usize,
    tag: Option<String>,
}

#[derive(Default)]
struct Reader {
    documents: Vec<Tree>,
    open: Vec<Open>,
    anchors: Vec<(usize, Tree)>,
    /// How many nodes aliases have made.
    copied: usize,
}

impl Reader {
    fn event(&mut self, event: Event, span: Span) -> Result<(), Failure> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let tag = tag.map(|tag| short(&tag));
                let value = scalar(&text, style, tag.as_deref());
                self.put(tagged(tag.as_deref(), value), anchor);
                Ok(())
            }
            Event::SequenceStart(anchor, tag) => {
                self.begin(Tree::List(Vec::new()), anchor, tag.map(|tag| short(&tag)), span)
            }
            Event::MappingStart(anchor, tag) => {
                self.begin(Tree::default(), anchor, tag.map(|tag| short(&tag)), span)
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(open) => {
                    let value = match open.value {
                        Tree::Map(members) => Tree::object(members),
                        other => other,
                    };
                    self.put(tagged(open.tag.as_deref(), value), open.anchor);
                    Ok(())
                }
                None => Ok(()),
            },
            Event::Alias(anchor) => {
                let found = self.anchors.iter().rev().find(|(other, _)| *other == anchor);
                let Some((_, value)) = found.cloned() else {
                    return Err(Self::failure(
                        span,
                        "An alias names an anchor that does not exist.",
                    ));
                };
                self.copied += count(&value);
                if self.copied > NODES_MAX {
                    return Err(Self::failure(
                        span,
                        "The aliases of this YAML make more of it than any of these files has.",
                    ));
                }
                self.put(value, 0);
                Ok(())
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn failure(span: Span, message: &str) -> Failure {
        Failure::at(span.start.line(), span.start.col() + 1, message)
    }

    fn begin(&mut self, value: Tree, anchor: usize, tag: Option<String>, span: Span) -> Result<(), Failure> {
        if self.open.len() >= DEPTH_MAX {
            return Err(Self::failure(
                span,
                "The YAML has more levels than any of these files.",
            ));
        }
        self.open.push(Open {
            value,
            name: None,
            anchor,
            tag,
        });
        Ok(())
    }

    fn put(&mut self, value: Tree, anchor: usize) {
        if anchor > 0 {
            self.anchors.push((anchor, value.clone()));
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(value);
            return;
        };
        match (&mut open.value, open.name.take()) {
            (Tree::List(items), _) => items.push(value),
            (Tree::Map(members), Some(name)) if name == "<<" => merge(members, value),
            (Tree::Map(members), Some(name)) => members.push((name, value)),
            (_, _) => open.name = Some(key(&value)),
        }
    }
}

fn key(value: &Tree) -> String {
    value
        .words()
        .unwrap_or_else(|| crate::document::json::line(value).into_text())
}

/// Adds the members of another object, or of several, before those that are there: of a name that is there twice, the last
/// value counts.
fn merge(members: &mut Vec<(String, Tree)>, others: Tree) {
    let others = match others {
        Tree::List(items) => items,
        other => vec![other],
    };
    for other in others {
        members.splice(0..0, other.members().iter().cloned());
    }
}

fn count(value: &Tree) -> usize {
    let inner: usize = match value {
        Tree::List(items) => items.iter().map(count).sum(),
        Tree::Map(members) => members.iter().map(|(_, value)| count(value)).sum(),
        _ => 0,
    };
    inner + 1
}

/// The name of a tag of the document itself, such as `Ref` of `!Ref`; of YAML's own tags, their last word.
fn short(tag: &Tag) -> String {
    tag.suffix.clone()
}

/// A plain scalar in YAML's core schema; anything in quotes is a text.
fn scalar(text: &str, style: ScalarStyle, tag: Option<&str>) -> Tree {
    if style != ScalarStyle::Plain || tag == Some("str") {
        return Tree::Text(text.into());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Tree::null(),
        "true" | "True" | "TRUE" => Tree::Flag(true),
        "false" | "False" | "FALSE" => Tree::Flag(false),
        _ if is_number(text) => json::number(text),
        _ => Tree::Text(text.into()),
    }
}

/// Whether JSON would write the number in the same way: `0123`, an account ID, is a text.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(is_digits)
}

/// CloudFormation's short form of a function, such as `!Ref Name`, in its long form.
fn tagged(tag: Option<&str>, value: Tree) -> Tree {
    let Some(tag) = tag.filter(|tag| tag.starts_with(|c: char| c.is_ascii_uppercase())) else {
        return value;
    };
    let name = match tag {
        "Ref" | "Condition" => tag.to_owned(),
        _ => format!("Fn::{tag}"),
    };
    Tree::Map(vec![(name, value)])
}
