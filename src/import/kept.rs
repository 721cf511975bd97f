//! What of an imported document has no field: it is in the files all the same.

use super::note::{Note, quoted};
use crate::carried::Imported;
use crate::document::conform::within;
use crate::document::tree::Tree;
use crate::words::listed;

/// Names what of the documents no field holds.
pub fn kept(imported: &Imported, of_task_definition: bool, of_service: bool) -> Vec<Note> {
    let mut names = Vec::new();
    if let Some(document) = imported.task_definition.as_ref().filter(|_| of_task_definition) {
        of_definition(document, imported, &mut names);
    }
    if let Some(document) = imported.service.as_ref().filter(|_| of_service) {
        members(document, Some(&imported.base.service), "", &mut names);
    }
    if names.is_empty() {
        return Vec::new();
    }
    let words: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    vec![Note::kept(listed(&words))]
}

fn of_definition(document: &Tree, imported: &Imported, names: &mut Vec<String>) {
    let base = &imported.base.task_definition;
    let containers = document.list("containerDefinitions");
    let generated = base.list("containerDefinitions").first();
    for (at, container) in containers.iter().enumerate() {
        if at == imported.container {
            members(container, generated, "", names);
        } else {
            let name = container.text_of("name");
            names.push(name.map_or_else(
                || format!("container {}", at + 1),
                |name| format!("container {name}"),
            ));
        }
    }
    let rest = document
        .members()
        .iter()
        .filter(|(name, _)| name != "containerDefinitions");
    members(&Tree::Map(rest.cloned().collect()), Some(base), "", names);
}

fn members(document: &Tree, base: Option<&Tree>, path: &str, names: &mut Vec<String>) {
    for (name, own) in document.members() {
        let path = within(path, name);
        value(own, base.and_then(|base| base.get(name)), &path, names);
    }
}

fn value(own: &Tree, base: Option<&Tree>, path: &str, names: &mut Vec<String>) {
    match (own, base) {
        // What is empty says nothing.
        (Tree::List(items), None) if items.is_empty() => {}
        (Tree::Map(inner), None) if inner.is_empty() => {}
        (Tree::Map(_), Some(Tree::Map(_))) => members(own, base, path, names),
        (Tree::List(items), Some(Tree::List(others))) => list(items, others, path, names),
        (own, Some(base)) if own == base || own.words().is_some() && own.words() == base.words() => {}
        _ => names.push(path.to_owned()),
    }
}

/// Items with names are compared by them, others as they stand.
fn list(items: &[Tree], others: &[Tree], path: &str, names: &mut Vec<String>) {
    // Of two with the same name, the first counts.
    let named = others
        .iter()
        .enumerate()
        .filter_map(|(at, other)| Some((other.item_name()?, at)));
    let mut named: Vec<(String, usize)> = named.collect();
    named.sort();
    for (at, item) in items.iter().enumerate() {
        match item.item_name() {
            Some(name_of_item) => {
                let first = named.partition_point(|(name, _)| *name < name_of_item);
                let other = named.get(first).filter(|(name, _)| *name == name_of_item);
                match other.and_then(|(_, at)| others.get(*at)) {
                    other @ Some(_) => value(item, other, &format!("{path} {name_of_item}"), names),
                    None => names.push(format!("{path} {name_of_item}")),
                }
            }
            None if others.len() == items.len() => value(item, others.get(at), path, names),
            None if others.contains(item) => {}
            None if names.last().map(String::as_str) == Some(path) => {}
            None => names.push(path.to_owned()),
        }
    }
}
