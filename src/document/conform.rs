//! Compares a document with what a description of it allows: which members are unknown, and which have a value of another
//! type.

use super::text::Text;
use super::tree::Tree;
use crate::facts::api::{Kind, Shape, member};
use crate::facts::{cloudformation, terraform_provider};

/// What is wrong with a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no such member.
    Unknown,
    /// Its value has another type than this.
    Type(&'static str),
}

/// Returns the faults of a document, each with the names down to the member.
pub fn faults(document: &Tree, shape: Shape) -> Vec<(String, Fault)> {
    let mut all = Vec::new();
    of_object(document, shape, "", &mut all);
    all
}

fn of_object(document: &Tree, shape: Shape, path: &str, all: &mut Vec<(String, Fault)>) {
    for (name, value) in document.members() {
        let path = within(path, name);
        match member(shape, name) {
            Some(kind) => of_value(value, kind, &path, all),
            None => all.push((path, Fault::Unknown)),
        }
    }
}

fn of_value(value: &Tree, kind: Kind, path: &str, all: &mut Vec<(String, Fault)>) {
    match (kind, value) {
        // What is null counts as absent.
        (_, Tree::Literal(_)) if value.is_null() => {}
        (Kind::One(shape), Tree::Map(_)) => of_object(value, shape, path, all),
        (Kind::Many(shape), Tree::List(items)) => {
            for (at, item) in items.iter().enumerate() {
                of_value(item, Kind::One(shape), &format!("{path}[{at}]"), all);
            }
        }
        (kind, value) if fits(value, kind) => {}
        (kind, _) => all.push((path.to_owned(), Fault::Type(wanted(kind)))),
    }
}

/// Whether a value is of a kind, without a look at what is within objects.
pub fn fits(value: &Tree, kind: Kind) -> bool {
    let is_number = |value: &Tree| {
        let is_literal = matches!(value, Tree::Literal(_)) && !value.is_null();
        is_literal || matches!(value, Tree::Number(_))
    };
    let is_text = |value: &Tree| matches!(value, Tree::Text(_));
    match kind {
        Kind::Text => is_text(value),
        Kind::Number => is_number(value),
        Kind::Flag => matches!(value, Tree::Flag(_)),
        Kind::Texts => matches!(value, Tree::List(items) if items.iter().all(is_text)),
        Kind::Numbers => matches!(value, Tree::List(items) if items.iter().all(is_number)),
        Kind::Map => matches!(value, Tree::Map(members) if members.iter().all(|(_, value)| is_text(value))),
        Kind::One(_) => matches!(value, Tree::Map(_)),
        Kind::Many(_) => {
            matches!(value, Tree::List(items) if items.iter().all(|item| matches!(item, Tree::Map(_))))
        }
        Kind::Any => true,
    }
}

fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text",
        Kind::Number => "a number",
        Kind::Flag => "true or false",
        Kind::Texts => "a list of texts",
        Kind::Numbers => "a list of numbers",
        Kind::Map => "an object of texts",
        Kind::One(_) => "an object",
        Kind::Many(_) => "a list of objects",
        Kind::Any => "anything",
    }
}

/// Where a format has no place for a member of the API.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The members that the format lacks, with the names down to them.
    pub absent: &'static [&'static str],
    /// Lists of which the format takes one item.
    pub single: &'static [&'static str],
}

impl Limits {
    /// Whether the format has the member.
    pub fn has(&self, path: &str) -> bool {
        !self.absent.contains(&path)
    }

    /// Splits a document into the part that the format has a place for, and the names of the rest: unknown members, those
    /// of another type, and what the format itself lacks. `null` counts as absent.
    pub fn split(&self, document: &Tree, shape: Shape) -> (Tree, Vec<String>) {
        let mut lost = Vec::new();
        let kept = self.kept_of(document, shape, "", &mut lost);
        (kept, lost)
    }

    fn kept_of(&self, document: &Tree, shape: Shape, path: &str, lost: &mut Vec<String>) -> Tree {
        let mut kept = Vec::new();
        for (name, value) in document.members() {
            let path = within(path, name);
            let kind = member(shape, name).filter(|kind| self.has(&path) && fits(value, *kind));
            let value = match (kind, value) {
                _ if value.is_null() => continue,
                (None, _) => {
                    lost.push(path);
                    continue;
                }
                (Some(Kind::One(shape)), _) => self.kept_of(value, shape, &path, lost),
                (Some(Kind::Many(shape)), Tree::List(items)) => {
                    let mut items = items.as_slice();
                    if items.len() > 1 && self.single.contains(&path.as_str()) {
                        lost.push(path.clone());
                        items = &items[..1];
                    }
                    let items = items.iter().map(|item| self.kept_of(item, shape, &path, lost));
                    Tree::List(items.collect())
                }
                _ => value.clone(),
            };
            kept.push((name.clone(), value));
        }
        Tree::Map(kept)
    }
}

/// The names down to a member, with a point between.
pub fn within(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// What Terraform's AWS provider has no place for.
pub const TERRAFORM: Limits = Limits {
    absent: terraform_provider::ABSENT,
    single: terraform_provider::SINGLE,
};

/// What CloudFormation has no place for.
pub const CLOUDFORMATION: Limits = Limits {
    absent: cloudformation::ABSENT,
    single: &[],
};

/// The texts of a list of pairs, such as tags, by their names. `None` if an item is no pair.
pub fn pairs(list: &Tree) -> Option<Vec<(String, Text)>> {
    let pair = |item: &Tree| {
        let name = item.item_name()?;
        match item.get("value") {
            Some(Tree::Text(text)) => Some((name, text.clone())),
            _ => None,
        }
    };
    list.items().iter().map(pair).collect()
}
