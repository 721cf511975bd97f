//! A document as a tree in which references are still references: what every format but plain JSON is printed from.

use crate::document::text::{Part, Supplied, TEXT, Text};
use serde::ser::{self, Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// A document, in the order of its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A text, with its references.
    Text(Text),
    /// A list.
    List(Vec<Tree>),
    /// Members and their values.
    Map(Vec<(String, Tree)>),
    /// What an import carried, as it was.
    Carried(serde_json::Value),
}

impl Tree {
    /// The tree of a document.
    pub fn of(document: &impl Serialize) -> Self {
        // Documents are structs, lists, texts, numbers and flags; anything else in one is a bug.
        document
            .serialize(Builder)
            .unwrap_or_else(|NoDocument(what)| unreachable!("a document with {what} in it"))
            .unwrap_or(Self::Map(Vec::new()))
    }

    /// The document and, behind its own members, those that an import carried.
    #[must_use]
    pub fn with(mut self, carried: &serde_json::Map<String, serde_json::Value>) -> Self {
        if let Self::Map(members) = &mut self {
            for (name, value) in carried {
                if !members.iter().any(|(own, _)| own == name) {
                    members.push((name.clone(), Self::Carried(value.clone())));
                }
            }
        }
        self
    }

    /// The same with carried members as members like any others: for a format that spells them otherwise.
    #[must_use]
    pub fn opened(self) -> Self {
        match self {
            Self::Map(members) => Self::Map(
                members
                    .into_iter()
                    .map(|(name, tree)| (name, tree.opened()))
                    .collect(),
            ),
            Self::List(items) => Self::List(items.into_iter().map(Self::opened).collect()),
            Self::Carried(value) => Self::of_json(value),
            other => other,
        }
    }

    fn of_json(value: Value) -> Self {
        match value {
            Value::Bool(flag) => Self::Flag(flag),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.into_iter().map(Self::of_json).collect()),
            // A member that is null is one that is absent.
            Value::Object(members) => Self::Map(
                members
                    .into_iter()
                    .filter(|(_, value)| !value.is_null())
                    .map(|(name, value)| (name, Self::of_json(value)))
                    .collect(),
            ),
            number => Self::Carried(number),
        }
    }

    /// Members, if that is what it has.
    pub fn members(&self) -> &[(String, Tree)] {
        match self {
            Self::Map(members) => members,
            _ => &[],
        }
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(members) => members
                .iter()
                .find(|(member, _)| member == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Everything in it that another resource supplies.
    pub fn references(&self) -> Vec<Supplied> {
        match self {
            Self::Flag(_) | Self::Number(_) | Self::Carried(_) => Vec::new(),
            Self::Text(Text(parts)) => parts
                .iter()
                .filter_map(|part| match part {
                    Part::Supplied(what, _) => Some(*what),
                    Part::Literal(_) => None,
                })
                .collect(),
            Self::List(items) => items.iter().flat_map(Self::references).collect(),
            Self::Map(members) => members.iter().flat_map(|(_, value)| value.references()).collect(),
        }
    }

    /// For a list that one reference stands for: what supplies it.
    pub fn supplied_list(items: &[Self]) -> Option<Supplied> {
        match items {
            [Self::Text(Text(parts))] => match parts.as_slice() {
                [Part::Supplied(what @ (Supplied::Subnets | Supplied::SecurityGroups), _)] => Some(*what),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What a document cannot hold.
#[derive(Debug)]
struct NoDocument(String);

impl fmt::Display for NoDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoDocument {}

impl ser::Error for NoDocument {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Builds the tree of a value; `None` for nothing.
struct Builder;

/// Builds a list.
struct Items(Vec<Tree>);

/// Builds members.
struct Members(Vec<(String, Tree)>, String);

type Built = Result<Option<Tree>, NoDocument>;

fn none(what: &str) -> Built {
    Err(NoDocument(what.to_owned()))
}

impl Serializer for Builder {
    type Ok = Option<Tree>;
    type Error = NoDocument;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = ser::Impossible<Option<Tree>, NoDocument>;
    type SerializeTupleVariant = ser::Impossible<Option<Tree>, NoDocument>;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = ser::Impossible<Option<Tree>, NoDocument>;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, value: bool) -> Built {
        Ok(Some(Tree::Flag(value)))
    }
    fn serialize_u64(self, value: u64) -> Built {
        Ok(Some(Tree::Number(value)))
    }
    fn serialize_str(self, value: &str) -> Built {
        Ok(Some(Tree::Text(value.into())))
    }
    fn serialize_none(self) -> Built {
        Ok(None)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Built {
        value.serialize(self)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Built {
        let inner = value.serialize(Self)?;
        if name != TEXT {
            return Ok(inner);
        }
        let Some(Tree::List(pairs)) = inner else {
            return none("a text without parts");
        };
        Ok(Some(Tree::Text(Text(pairs.iter().filter_map(part).collect()))))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items, NoDocument> {
        Ok(Items(Vec::new()))
    }
    fn serialize_tuple(self, _: usize) -> Result<Items, NoDocument> {
        Ok(Items(Vec::new()))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Members, NoDocument> {
        Ok(Members(Vec::new(), String::new()))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, NoDocument> {
        Ok(Members(Vec::new(), String::new()))
    }

    fn serialize_i8(self, _: i8) -> Built {
        none("an i8")
    }
    fn serialize_i16(self, _: i16) -> Built {
        none("an i16")
    }
    fn serialize_i32(self, _: i32) -> Built {
        none("an i32")
    }
    fn serialize_i64(self, _: i64) -> Built {
        none("an i64")
    }
    fn serialize_u8(self, value: u8) -> Built {
        self.serialize_u64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Built {
        self.serialize_u64(value.into())
    }
    fn serialize_u32(self, value: u32) -> Built {
        self.serialize_u64(value.into())
    }
    fn serialize_f32(self, _: f32) -> Built {
        none("an f32")
    }
    fn serialize_f64(self, _: f64) -> Built {
        none("an f64")
    }
    fn serialize_char(self, value: char) -> Built {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_bytes(self, _: &[u8]) -> Built {
        none("bytes")
    }
    fn serialize_unit(self) -> Built {
        Ok(None)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Built {
        Ok(None)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Built {
        self.serialize_str(variant)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Built {
        none("a newtype variant")
    }
    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, NoDocument> {
        Err(NoDocument(name.to_owned()))
    }
    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoDocument> {
        Err(NoDocument(name.to_owned()))
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NoDocument> {
        Err(NoDocument(name.to_owned()))
    }
}

/// A part of a text, out of the pair as which it was serialised.
fn part(pair: &Tree) -> Option<Part> {
    let Tree::List(pair) = pair else { return None };
    match pair.as_slice() {
        [Tree::Text(text)] => Some(Part::Literal(text.to_string())),
        [Tree::Number(at), Tree::Text(text)] => {
            let supplied = Supplied::ALL.get(usize::try_from(*at).ok()?)?;
            Some(Part::Supplied(*supplied, text.to_string()))
        }
        _ => None,
    }
}

impl ser::SerializeSeq for Items {
    type Ok = Option<Tree>;
    type Error = NoDocument;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDocument> {
        self.0.extend(value.serialize(Builder)?);
        Ok(())
    }
    fn end(self) -> Built {
        Ok(Some(Tree::List(self.0)))
    }
}

impl ser::SerializeTuple for Items {
    type Ok = Option<Tree>;
    type Error = NoDocument;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDocument> {
        ser::SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Built {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeMap for Members {
    type Ok = Option<Tree>;
    type Error = NoDocument;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NoDocument> {
        match key.serialize(Builder)? {
            Some(Tree::Text(text)) => {
                self.1 = text.to_string();
                Ok(())
            }
            _ => Err(NoDocument("a key that is no text".to_owned())),
        }
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDocument> {
        let key = std::mem::take(&mut self.1);
        self.0.extend(value.serialize(Builder)?.map(|value| (key, value)));
        Ok(())
    }
    fn end(self) -> Built {
        Ok(Some(Tree::Map(self.0)))
    }
}

impl ser::SerializeStruct for Members {
    type Ok = Option<Tree>;
    type Error = NoDocument;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), NoDocument> {
        self.0
            .extend(value.serialize(Builder)?.map(|value| (key.to_owned(), value)));
        Ok(())
    }
    fn end(self) -> Built {
        Ok(Some(Tree::Map(self.0)))
    }
}

/// A tree is JSON again, with every reference shown as a JSON file shows it.
impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Text(text) => text.serialize(serializer),
            Self::Carried(value) => value.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::json;
    use crate::link::{Secrets, parse};
    use crate::outputs::cli::documents;
    use crate::{build, read};

    #[test]
    fn a_tree_says_what_the_document_says_and_keeps_its_references() {
        for query in [
            "",
            "start=docs&launch_type=EC2",
            "secret_env=A=b&architecture=ARM64&enable_execute_command=true",
        ] {
            let deployment = build(&read(&parse(query, Secrets::Honour).0).0);
            let tree = Tree::of(&deployment.task_definition);
            assert_eq!(
                json::pretty(&tree),
                serde_json::to_string_pretty(&deployment.task_definition).unwrap() + "\n"
            );
            assert_eq!(
                documents::service(&deployment),
                serde_json::to_string_pretty(&deployment.service).unwrap() + "\n"
            );
        }
        let deployment = build(&read(&parse("", Secrets::Honour).0).0);
        let tree = Tree::of(&deployment.task_definition);
        let Some(Tree::Text(role)) = tree.get("executionRoleArn") else {
            panic!("no role")
        };
        assert!(
            matches!(role.0[..], [Part::Supplied(Supplied::ExecutionRoleArn, _)]),
            "{role:?}"
        );
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
        let tree = Tree::Map(vec![("family".to_owned(), Tree::Text("own".into()))])
            .with(carried.as_object().unwrap())
            .opened();
        assert_eq!(
            json::line(&tree),
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

    #[test]
    fn small_numbers_and_single_characters_are_numbers_and_texts() {
        assert_eq!(
            Tree::of(&(1_u8, 2_u16, 3_u32, 'c', ())),
            Tree::List(vec![
                Tree::Number(1),
                Tree::Number(2),
                Tree::Number(3),
                Tree::Text("c".into()),
            ])
        );
        assert_eq!(
            Tree::of(&crate::finding::Severity::Info),
            Tree::Text("info".into())
        );
    }
}
