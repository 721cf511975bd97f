//! A document as a tree in which references are still references: what every format but plain JSON is printed from.

use crate::deployment::Deployment;
use crate::deployment::text::{Part, Supplied, TEXT, Text};
use serde::ser::{self, Serialize, Serializer};
use std::fmt;

/// A document, in the order of its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// `true` or `false`.
    Flag(bool),
    /// A number: whole, unless an import brought another.
    Number(serde_json::Number),
    /// A text, with its references.
    Text(Text),
    /// A list.
    List(Vec<Tree>),
    /// Members and their values.
    Map(Vec<(String, Tree)>),
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

    /// The task definition with what an import carried.
    pub fn task_definition(deployment: &Deployment) -> Self {
        Self::of(&deployment.task_definition).and(&deployment.carried.task_definition)
    }

    /// The service with what an import carried.
    pub fn service(deployment: &Deployment) -> Self {
        Self::of(&deployment.service).and(&deployment.carried.service)
    }

    fn and(mut self, carried: &serde_json::Map<String, serde_json::Value>) -> Self {
        if let (Self::Map(members), Self::Map(more)) = (&mut self, Self::of(carried)) {
            members.extend(more);
        }
        self
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

    /// The text without its references, if that is what it is.
    pub fn literal(&self) -> Option<String> {
        match self {
            Self::Text(text) if !text.has_reference() => Some(text.to_string()),
            _ => None,
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
        Ok(Some(Tree::Number(value.into())))
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

    fn serialize_i8(self, value: i8) -> Built {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Built {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Built {
        self.serialize_i64(value.into())
    }
    fn serialize_i64(self, value: i64) -> Built {
        Ok(Some(Tree::Number(value.into())))
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
    fn serialize_f32(self, value: f32) -> Built {
        self.serialize_f64(value.into())
    }
    fn serialize_f64(self, value: f64) -> Built {
        Ok(serde_json::Number::from_f64(value).map(Tree::Number))
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
            let supplied = Supplied::ALL.get(usize::try_from(at.as_u64()?).ok()?)?;
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
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::outputs::json;
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
            assert_eq!(json::document(&tree), json::task_definition(&deployment));
            assert_eq!(
                json::document(&Tree::of(&deployment.service)),
                json::service(&deployment)
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
}
