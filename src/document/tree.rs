//! A document as a tree whose texts still know their parts. All formats are printed from it.

use super::supplied::Supplied;
use super::text::Text;
use serde_json::{Map, Value};

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
    /// A number or `null` that an import carried.
    Carried(Value),
}

impl Tree {
    /// Appends members that an import carried. A member that the document already has keeps its value.
    #[must_use]
    pub fn with(mut self, carried: &Map<String, Value>) -> Self {
        if let Self::Map(members) = &mut self {
            for (name, value) in carried {
                if !members.iter().any(|(own, _)| own == name) {
                    members.push((name.clone(), Self::of_json(value)));
                }
            }
        }
        self
    }

    fn of_json(value: &Value) -> Self {
        match value {
            Value::Bool(flag) => Self::Flag(*flag),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.iter().map(Self::of_json).collect()),
            Value::Object(members) => Self::Map(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::of_json(value)))
                    .collect(),
            ),
            Value::Number(_) | Value::Null => Self::Carried(value.clone()),
        }
    }

    /// Removes members that are `null`, for a format that has no such value and omits the member instead.
    #[must_use]
    pub fn without_nulls(self) -> Self {
        match self {
            Self::Map(members) => Self::Map(
                members
                    .into_iter()
                    .filter(|(_, value)| *value != Self::Carried(Value::Null))
                    .map(|(name, value)| (name, value.without_nulls()))
                    .collect(),
            ),
            Self::List(items) => Self::List(items.into_iter().map(Self::without_nulls).collect()),
            other => other,
        }
    }

    /// Whether the tree is an empty list, has no members or is `false`.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Flag(flag) => !flag,
            Self::List(items) => items.is_empty(),
            Self::Map(members) => members.is_empty(),
            Self::Number(_) | Self::Text(_) | Self::Carried(_) => false,
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

    /// Returns everything in the document that other resources supply, in order.
    pub fn references(&self) -> Vec<Supplied> {
        match self {
            Self::Flag(_) | Self::Number(_) | Self::Carried(_) => Vec::new(),
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
    use crate::document::json;
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
    fn what_was_carried_stands_behind_and_is_a_part_of_the_tree() {
        let carried = serde_json::json!({
            "family": "other", "a": true, "b": "x", "c": [1, {"d": null, "e": "y"}], "f": -1.5,
        });
        let whole = Tree::Map(vec![("family".to_owned(), Tree::Text("own".into()))])
            .with(carried.as_object().unwrap());
        assert_eq!(
            json::line(&whole).text(),
            r#"{"family":"own","a":true,"b":"x","c":[1,{"d":null,"e":"y"}],"f":-1.5}"#
        );
        let tree = whole.without_nulls();
        assert_eq!(
            json::line(&tree).text(),
            r#"{"family":"own","a":true,"b":"x","c":[1,{"e":"y"}],"f":-1.5}"#
        );
        assert_eq!(tree.get("a"), Some(&Tree::Flag(true)));
        assert_eq!(tree.get("g"), None);
        assert_eq!(tree.get("b"), Some(&Tree::Text("x".into())));
        assert_eq!(tree.get("a").and_then(|flag| flag.get("a")), None);
        assert!(matches!(tree.get("c"), Some(Tree::List(items)) if items[1].members().len() == 1));
        assert!(Tree::Flag(true).members().is_empty());
        let flag = Tree::Flag(true).with(carried.as_object().unwrap());
        assert_eq!(flag, Tree::Flag(true));
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
