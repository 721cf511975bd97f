//! What a field's text means, and the member of the `Config` that it is read into.

use super::unit::Unit;
use crate::choices::Choice;
use crate::config::{Config, FreeText, List, Row, TextValue, Value};

/// The member of the [`Config`] that a field's text is read into.
#[derive(Debug)]
pub struct Slot<T> {
    /// Reads it.
    pub get: fn(&Config) -> &T,
    /// Writes it.
    pub set: fn(&mut Config) -> &mut T,
}

/// The member of the [`Config`] that a choice is read into. The number is its position in the closed set.
#[derive(Debug)]
pub struct ChoiceSlot {
    /// Reads it. `None` if the [`Config`] does not hold it.
    pub get: fn(&Config) -> Option<usize>,
    /// Writes it.
    pub set: fn(&mut Config, usize),
}

/// What a field's text means, and where reading puts it.
#[derive(Debug)]
pub enum Kind {
    /// A name, an ID, an ARN, a URL: trimmed, and cleaned of invisible characters.
    Identifier(Slot<TextValue>),
    /// Text that is kept exactly as given; blank is the empty text.
    FreeText(Slot<FreeText>),
    /// A secret: a text on one line, cleaned like an identifier.
    Secret(Slot<TextValue>),
    /// A whole number in a unit.
    Number(Unit, Slot<Value<u64>>),
    /// `true` or `false`.
    Flag(Slot<bool>),
    /// One of a closed set.
    Choice(&'static [Choice], ChoiceSlot),
    /// Identifiers, separated by commas.
    List(Slot<List>),
    /// Rows of `NAME=value`.
    Rows(RowsOf),
}

/// What the rows of a field hold.
#[derive(Debug)]
pub struct RowsOf {
    /// Where reading puts them.
    pub slot: Slot<Vec<Row>>,
    /// What comes after the `=`.
    pub value: RowValue,
}

/// What comes after the `=` of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowValue {
    /// The value of a variable: any text, and a secret if the name says so.
    Variable,
    /// The value of a tag: any text. The name of a tag says nothing about it.
    Tag,
    /// The ARN of a secret or a parameter, or the name of a parameter.
    Reference,
}

impl Kind {
    /// Whether the field has rows: any number of texts instead of one.
    pub fn has_rows(&self) -> bool {
        matches!(self, Self::Rows(_))
    }
}

macro_rules! slot {
    ($member:ident) => {
        crate::fields::kind::Slot {
            get: |config| &config.$member,
            set: |config| &mut config.$member,
        }
    };
}
macro_rules! choice {
    ($member:ident: $choices:ty) => {
        crate::fields::kind::Kind::Choice(
            <$choices>::CHOICES,
            crate::fields::kind::ChoiceSlot {
                get: |config| <$choices>::ALL.iter().position(|one| *one == config.$member),
                set: |config, at| config.$member = <$choices>::ALL[at],
            },
        )
    };
}
pub(crate) use {choice, slot};
