//! Builds the tree of a document: a serde serializer that keeps the parts of each text.

use super::mark::{Missing, Secret};
use super::supplied::Supplied;
use super::text::{Part, Text};
use super::tree::Tree;
use serde::ser::{self, Serialize, Serializer};
use std::fmt;

impl Tree {
    /// Builds the tree of a document. A value that serializes to nothing, such as `None`, becomes an empty object.
    pub fn of(document: &impl Serialize) -> Self {
        // Documents consist of structs, lists, texts, numbers and flags. Anything else in one is a bug.
        document
            .serialize(Builder)
            .unwrap_or_else(|Unsupported(what)| unreachable!("a document with {what} in it"))
            .unwrap_or(Self::Map(Vec::new()))
    }
}

/// A kind of value that a document cannot contain.
#[derive(Debug)]
struct Unsupported(String);

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Builds the tree of a value, or `None` for an absent one.
struct Builder;

/// Builds a list.
struct Items(Vec<Tree>);

/// Builds an object: its members so far, and the key of the member whose value comes next.
struct Members(Vec<(String, Tree)>, String);

/// Builds a part of a text whose variant holds several values: the variant's name, and the values so far.
struct Parts(&'static str, Vec<Tree>);

type Built = Result<Option<Tree>, Unsupported>;

fn unsupported(what: &str) -> Built {
    Err(Unsupported(what.to_owned()))
}

impl Serializer for Builder {
    type Ok = Option<Tree>;
    type Error = Unsupported;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = ser::Impossible<Option<Tree>, Unsupported>;
    type SerializeTupleVariant = Parts;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = ser::Impossible<Option<Tree>, Unsupported>;

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
    /// Builds a [`Text`], the only newtype in a document, from the list of its parts.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Built {
        let Some(Tree::List(parts)) = value.serialize(Self)? else {
            return unsupported("a newtype that is not a text");
        };
        let mut text = Text::default();
        for part in parts {
            let Tree::Text(part) = part else {
                return unsupported("a newtype that is not a text");
            };
            text = text.then(part);
        }
        Ok(Some(Tree::Text(text)))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Unsupported> {
        Ok(Items(Vec::new()))
    }
    fn serialize_tuple(self, _: usize) -> Result<Items, Unsupported> {
        Ok(Items(Vec::new()))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Members, Unsupported> {
        Ok(Members(Vec::new(), String::new()))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Unsupported> {
        Ok(Members(Vec::new(), String::new()))
    }

    fn serialize_i8(self, _: i8) -> Built {
        unsupported("an i8")
    }
    fn serialize_i16(self, _: i16) -> Built {
        unsupported("an i16")
    }
    fn serialize_i32(self, _: i32) -> Built {
        unsupported("an i32")
    }
    fn serialize_i64(self, _: i64) -> Built {
        unsupported("an i64")
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
        unsupported("an f32")
    }
    fn serialize_f64(self, _: f64) -> Built {
        unsupported("an f64")
    }
    fn serialize_char(self, value: char) -> Built {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_bytes(self, _: &[u8]) -> Built {
        unsupported("bytes")
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
        variant: &'static str,
        value: &T,
    ) -> Built {
        let held: Vec<Tree> = value.serialize(Self)?.into_iter().collect();
        part(variant, &held)
    }
    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported(name.to_owned()))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts, Unsupported> {
        Ok(Parts(variant, Vec::new()))
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported(name.to_owned()))
    }
}

/// Builds a part of a text from the name of its variant and the values that the variant holds.
fn part(variant: &str, held: &[Tree]) -> Built {
    let member = |held: &Tree, name: &str| match held.get(name) {
        Some(Tree::Text(text)) => text.to_string().into(),
        _ => String::new().into(),
    };
    let text = match (variant, held) {
        ("Literal", [Tree::Text(words)]) => words.clone(),
        ("Missing", [held @ Tree::Map(_)]) => Part::Missing(Missing {
            field: member(held, "field"),
            placeholder: member(held, "placeholder"),
        })
        .into(),
        ("Secret", [held @ Tree::Map(_)]) => Part::Secret(Secret {
            field: member(held, "field"),
            text: member(held, "text").into_owned(),
        })
        .into(),
        ("Supplied", [Tree::Text(what), Tree::Text(shown)]) => {
            let Some(what) = Supplied::named(&what.to_string()) else {
                return unsupported("a reference to nothing");
            };
            Text::supplied(what, shown)
        }
        _ => return unsupported("a part that no text has"),
    };
    Ok(Some(Tree::Text(text)))
}

impl ser::SerializeSeq for Items {
    type Ok = Option<Tree>;
    type Error = Unsupported;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.0.extend(value.serialize(Builder)?);
        Ok(())
    }
    fn end(self) -> Built {
        Ok(Some(Tree::List(self.0)))
    }
}

impl ser::SerializeTuple for Items {
    type Ok = Option<Tree>;
    type Error = Unsupported;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        ser::SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Built {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeTupleVariant for Parts {
    type Ok = Option<Tree>;
    type Error = Unsupported;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.1.extend(value.serialize(Builder)?);
        Ok(())
    }
    fn end(self) -> Built {
        part(self.0, &self.1)
    }
}

impl ser::SerializeMap for Members {
    type Ok = Option<Tree>;
    type Error = Unsupported;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsupported> {
        match key.serialize(Builder)? {
            Some(Tree::Text(text)) => {
                self.1 = text.to_string();
                Ok(())
            }
            _ => Err(Unsupported("a key that is no text".to_owned())),
        }
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
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
    type Error = Unsupported;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        self.0
            .extend(value.serialize(Builder)?.map(|value| (key.to_owned(), value)));
        Ok(())
    }
    fn end(self) -> Built {
        Ok(Some(Tree::Map(self.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::supplied::SecretKind;

    #[test]
    fn a_text_is_the_same_in_its_tree() {
        let account = Text::supplied(Supplied::AccountId, Text::missing("aws_account_id", "<ACCOUNT>"));
        let arn = Supplied::SecretArn(SecretKind::ProxyPassword);
        for text in [
            Text::default(),
            Text::from(""),
            Text::from("a").then(account.clone()).then("b"),
            Text::secret("token", "x").then(Text::supplied(arn, Text::from("c").then(account))),
        ] {
            assert_eq!(Tree::of(&text), Tree::Text(text));
        }
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
