//! Brings what the user changed since an import into the imported document. Three trees are compared: the document, what
//! the form generated right after the import (the base), and what it generates now. Where the last two are equal, the
//! user changed nothing, and the document stays as it is.

use super::Imported;
use crate::document::json;
use crate::document::text::Text;
use crate::document::tree::Tree;

impl Imported {
    /// Returns the imported task definition with what the user changed since. `now` is what the form generates.
    pub fn merged_task_definition(&self, now: &Tree) -> Option<Tree> {
        let mut document = self.task_definition.clone()?;
        let base = &self.base.task_definition;
        // The form generates one container; the others stay as they are.
        let [before, generated] = [base, now].map(|tree| containers(tree).first());
        let shown = containers(&document).get(self.container).cloned();
        if let Some(container) = value(shown.as_ref(), before, generated) {
            put_container(&mut document, self.container, container);
        }
        let [before, generated] = [base, now].map(without_containers);
        Some(members(&document, Some(&before), Some(&generated)))
    }

    /// Returns the imported service with what the user changed since. `now` is what the form generates, and
    /// `is_same_task` says whether the form's task definition is that of the import.
    pub fn merged_service(&self, now: &Tree, is_same_task: bool) -> Option<Tree> {
        let document = self.service.as_ref()?;
        let mut merged = value(Some(document), Some(&self.base.service), Some(now))?;
        // A service that names a revision must not go on to run it once the task definition is another.
        let name = "taskDefinition";
        if let (Some(Tree::Text(text)), Some(Tree::Text(generated))) = (merged.get_mut(name), now.get(name)) {
            let shown = if is_same_task { &*text } else { generated };
            *text = renamed(generated, shown);
        }
        Some(merged)
    }
}

const CONTAINERS: &str = "containerDefinitions";

fn containers(document: &Tree) -> &[Tree] {
    document.list(CONTAINERS)
}

fn put_container(document: &mut Tree, at: usize, container: Tree) {
    if document.get(CONTAINERS).is_none() {
        document.put(CONTAINERS, Tree::List(vec![container]));
    } else if let Some(Tree::List(items)) = document.get_mut(CONTAINERS) {
        match items.get_mut(at) {
            Some(place) => *place = container,
            None => items.push(container),
        }
    }
}

fn without_containers(document: &Tree) -> Tree {
    let members = document.members().iter().filter(|(name, _)| name != CONTAINERS);
    Tree::Map(members.cloned().collect())
}

/// Returns the reference of one text with what another shows.
fn renamed(reference: &Text, shown: &Text) -> Text {
    match reference.as_reference() {
        Some(what) => Text::supplied(what, shown.to_string()),
        None => shown.clone(),
    }
}

/// Merges one value. `None` stands for a member that is absent.
fn value(document: Option<&Tree>, base: Option<&Tree>, now: Option<&Tree>) -> Option<Tree> {
    match (document, base, now) {
        // The generated text also knows what its parts are.
        (Some(Tree::Text(text)), _, Some(Tree::Text(own))) if text.to_string() == own.to_string() => {
            now.cloned()
        }
        (Some(Tree::Map(_)), None | Some(Tree::Map(_)), Some(Tree::Map(_))) => {
            Some(members(document?, base, now))
        }
        (Some(Tree::List(items)), None | Some(Tree::List(_)), Some(Tree::List(own))) => {
            Some(Tree::List(list(items, base.map_or(&[], Tree::items), own)))
        }
        _ if base == now => document.cloned(),
        // What the document lacks is emitted only where it is given now.
        (None, Some(Tree::Map(_)), Some(Tree::Map(_))) => {
            let merged = members(&Tree::default(), base, now);
            (!merged.is_empty()).then_some(merged)
        }
        (None, Some(Tree::List(base)), Some(Tree::List(now))) => {
            let merged = list(&[], base, now);
            (!merged.is_empty()).then_some(Tree::List(merged))
        }
        _ => now.cloned(),
    }
}

/// Merges the members of an object, in the order of the document.
fn members(document: &Tree, base: Option<&Tree>, now: Option<&Tree>) -> Tree {
    let mut merged = Vec::new();
    for (name, own) in document.members() {
        let value = value(Some(own), member(base, name), member(now, name));
        merged.extend(value.map(|value| (name.clone(), value)));
    }
    for (name, generated) in now.map_or(&[][..], Tree::members) {
        if document.get(name).is_none() {
            let value = value(None, member(base, name), Some(generated));
            merged.extend(value.map(|value| (name.clone(), value)));
        }
    }
    Tree::Map(merged)
}

fn member<'a>(tree: Option<&'a Tree>, name: &str) -> Option<&'a Tree> {
    tree?.get(name)
}

/// What makes two items of lists the same one: the name of a variable, the key of a tag, or the whole item; and the
/// how-manieth of that name it is.
type Identity = (String, usize);

/// Returns what identifies each item, with its position, in an order in which they can be looked up.
fn identities(items: &[Tree]) -> Vec<(Identity, usize)> {
    let whole = |item: &Tree| json::line(item).into_text();
    let names = items
        .iter()
        .map(|item| item.item_name().unwrap_or_else(|| whole(item)));
    let mut all: Vec<(Identity, usize)> = names.enumerate().map(|(at, name)| ((name, 0), at)).collect();
    all.sort();
    for at in 1..all.len() {
        if all[at].0.0 == all[at - 1].0.0 {
            all[at].0.1 = all[at - 1].0.1 + 1;
        }
    }
    all
}

fn in_order(identities: &[(Identity, usize)]) -> Vec<&Identity> {
    let mut order: Vec<_> = identities.iter().collect();
    order.sort_by_key(|(_, at)| *at);
    order.into_iter().map(|(identity, _)| identity).collect()
}

/// Merges lists: of variables and tags by their names, of anything else as sets. An only item without a name is the same
/// one in all of them.
fn list(document: &[Tree], base: &[Tree], now: &[Tree]) -> Vec<Tree> {
    if let ([own], [before], [generated]) = (document, base, now)
        && matches!(before, Tree::Map(_))
        && before.item_name().is_none()
    {
        return value(Some(own), Some(before), Some(generated))
            .into_iter()
            .collect();
    }
    let [of_document, of_base, of_now] = [document, base, now].map(identities);
    let find = |identities: &[(Identity, usize)], wanted: &Identity| {
        let at = identities
            .binary_search_by(|(identity, _)| identity.cmp(wanted))
            .ok()?;
        Some(identities[at].1)
    };
    let mut merged = Vec::new();
    for (identity, own) in in_order(&of_document).into_iter().zip(document) {
        let before = find(&of_base, identity).map(|at| &base[at]);
        let generated = find(&of_now, identity).map(|at| &now[at]);
        merged.extend(value(Some(own), before, generated));
    }
    for (identity, generated) in in_order(&of_now).into_iter().zip(now) {
        if find(&of_document, identity).is_none() {
            // An item is one thing: it is there as a whole, or not.
            let before = find(&of_base, identity).map(|at| &base[at]);
            merged.extend(Some(generated).filter(|now| before != Some(*now)).cloned());
        }
    }
    merged
}
