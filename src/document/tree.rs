//! A document as a tree whose texts still know their parts. All formats are printed from it.

use super::supplied::Supplied;
use super::text::Text;

/// A node of a document. Members keep the order of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(Text),
    /// A list.
    List(Vec<Tree>),
    /// An object: its members and their values.
    Map(Vec<(String, Tree)>),
    /// `null`, or a number that an import brought, as JSON writes it: a fraction, a negative or a long one keeps its
    /// spelling.
    Literal(String),
}

impl Default for Tree {
    fn default() -> Self {
        Self::Map(Vec::new())
    }
}

impl Tree {
    /// Returns an object of these members. Where a name is there twice, the last value counts, in the place of the first.
    pub fn object(mut members: Vec<(String, Self)>) -> Self {
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by(|a, b| members[*a].0.cmp(&members[*b].0).then(a.cmp(b)));
        let same = order.chunk_by(|a, b| members[*a].0 == members[*b].0);
        let twice: Vec<Vec<usize>> = same.filter(|same| same.len() > 1).map(<[_]>::to_vec).collect();
        let mut is_gone = vec![false; members.len()];
        for same in twice {
            members[same[0]].1 = std::mem::take(&mut members[same[same.len() - 1]].1);
            same[1..].iter().for_each(|at| is_gone[*at] = true);
        }
        let mut is_gone = is_gone.into_iter();
        members.retain(|_| is_gone.next() != Some(true));
        Self::Map(members)
    }

    /// `null`.
    pub fn null() -> Self {
        Self::Literal("null".to_owned())
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Literal(literal) if literal == "null")
    }

    /// Whether the tree is an empty list, has no members or is `false`.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Flag(flag) => !flag,
            Self::List(items) => items.is_empty(),
            Self::Map(members) => members.is_empty(),
            Self::Number(_) | Self::Text(_) | Self::Literal(_) => false,
        }
    }

    /// Returns the members, or an empty slice if this is not an object.
    pub fn members(&self) -> &[(String, Tree)] {
        match self {
            Self::Map(members) => members,
            _ => &[],
        }
    }

    /// Returns the value of a member.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members()
            .iter()
            .find(|(member, _)| member == name)
            .map(|(_, value)| value)
    }

    /// Returns the member with this name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        let Self::Map(members) = self else { return None };
        let found = members.iter_mut().find(|(member, _)| member == name);
        found.map(|(_, value)| value)
    }

    /// Adds a member to an object, in the place of one with its name.
    pub fn put(&mut self, name: &str, value: Self) {
        if let Some(place) = self.get_mut(name) {
            *place = value;
        } else if let Self::Map(members) = self {
            members.push((name.to_owned(), value));
        }
    }

    /// Returns the items, or an empty slice if this is not a list.
    pub fn items(&self) -> &[Tree] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Returns the items of a member, or an empty slice if it is not a list.
    pub fn list(&self, name: &str) -> &[Tree] {
        self.get(name).map_or(&[], Self::items)
    }

    /// Returns the value that stands under these names, each within the one before.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |tree, name| tree.get(name))
    }

    /// Returns what a member shows. `None` if it is not a text.
    pub fn text_of(&self, name: &str) -> Option<String> {
        self.get(name)?.words()
    }

    /// Returns what an item of a list is called: a variable or a container by its `name`, a tag by its `key`.
    pub fn item_name(&self) -> Option<String> {
        self.text_of("name").or_else(|| self.text_of("key"))
    }

    /// Returns what a text shows. `None` if this is not a text.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.to_string()),
            _ => None,
        }
    }

    /// Returns everything in the document that other resources supply, in order.
    pub fn references(&self) -> Vec<Supplied> {
        match self {
            Self::Flag(_) | Self::Number(_) | Self::Literal(_) => Vec::new(),
            Self::Text(text) => text.references().collect(),
            Self::List(items) => items.iter().flat_map(Self::references).collect(),
            Self::Map(members) => members.iter().flat_map(|(_, value)| value.references()).collect(),
        }
    }

    /// Returns what supplies the whole list, if its only item is a reference to a list.
    pub fn supplied_list(items: &[Self]) -> Option<Supplied> {
        let [Self::Text(text)] = items else { return None };
        text.as_reference()
            .filter(|what| matches!(what, Supplied::Subnets | Supplied::SecurityGroups))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::{build, read};

    #[test]
    fn a_tree_keeps_the_references_of_its_document() {
        let deployment = build(&read(&parse("", Secrets::Honour).0).0);
        let tree = Tree::of(&deployment.task_definition);
        let Some(Tree::Text(role)) = tree.get("executionRoleArn") else {
            panic!("no role")
        };
        assert_eq!(role.as_reference(), Some(Supplied::ExecutionRoleArn));
        let service = Tree::of(&deployment.service);
        let network = service
            .get("networkConfiguration")
            .and_then(|n| n.get("awsvpcConfiguration"))
            .unwrap();
        let Some(Tree::List(subnets)) = network.get("subnets") else {
            panic!("no subnets")
        };
        assert_eq!(Tree::supplied_list(subnets), Some(Supplied::Subnets));
    }

    #[test]
    fn of_a_name_that_is_there_twice_the_last_value_counts() {
        let members = [("a", 1), ("b", 2), ("a", 3), ("c", 4), ("a", 5)];
        let members = members.map(|(name, number)| (name.to_owned(), Tree::Number(number)));
        let Tree::Map(members) = Tree::object(members.to_vec()) else {
            panic!("no object")
        };
        let shown: Vec<_> = members
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        assert_eq!(
            shown,
            [
                ("a", Tree::Number(5)),
                ("b", Tree::Number(2)),
                ("c", Tree::Number(4))
            ]
        );
    }

    #[test]
    fn references_are_found_wherever_they_stand() {
        let region = || Tree::Text(Text::from("a").then(Text::supplied(Supplied::Region, "r")));
        let list = Tree::List(vec![
            region(),
            Tree::Map(vec![("x".to_owned(), region())]),
            Tree::Flag(true),
        ]);
        assert_eq!(list.references(), [Supplied::Region, Supplied::Region]);
        let one = |what| [Tree::Text(Text::supplied(what, "s"))];
        assert_eq!(
            Tree::supplied_list(&one(Supplied::SecurityGroups)),
            Some(Supplied::SecurityGroups)
        );
        assert_eq!(Tree::supplied_list(&one(Supplied::Region)), None);
        assert_eq!(
            Tree::supplied_list(&["a", "b"].map(|text| Tree::Text(text.into()))),
            None
        );
    }
}
