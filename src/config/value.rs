//! The values of a configuration: what the user gave, what was derived for blank fields, and which field each value
//! comes from.

use crate::document::text::Text;
use std::borrow::Cow;

/// The result of reading one field's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Given<T> {
    /// The field is blank.
    #[default]
    Blank,
    /// The text cannot be read. A finding says so, and outputs treat the field as blank.
    Unreadable,
    /// The starting point fills in this placeholder, and the user has not replaced it.
    Placeholder(&'static str),
    /// The text was read as this value.
    Typed(T),
}

/// The field that a value was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The field's key.
    pub field: &'static str,
    /// What outputs show for the value while it is missing; `None` if the field may be blank.
    pub placeholder: Option<&'static str>,
    /// Whether the value is a secret.
    pub is_secret: bool,
    /// Whether the user gave a text that is neither blank nor the default.
    pub is_given: bool,
}

impl Origin {
    /// Makes a text of this field's value, marked as a secret if the field holds one.
    pub fn text(&self, text: &str) -> Text {
        if self.is_secret {
            Text::secret(self.field, text)
        } else {
            text.into()
        }
    }

    /// Returns what outputs show while the field is blank: its placeholder, or an empty text if the field may be blank.
    pub fn missing(&self) -> Text {
        self.placeholder.map_or_else(Text::default, |placeholder| {
            Text::missing(self.field, placeholder)
        })
    }
}

/// The value of a field: what the user gave, and what is derived from other fields if it is blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<T, D = T> {
    /// What reading made of the field's text.
    pub given: Given<T>,
    /// What other fields imply. Outputs use it if nothing is typed.
    pub derived: Option<D>,
    /// Where the value comes from.
    pub origin: Origin,
}

/// The value of a field whose text is a name, an ID, an ARN, a URL or a secret.
pub type TextValue = Value<String, Text>;

// Not derived: `#[derive(Default)]` would require `T: Default` and `D: Default`.
impl<T, D> Default for Value<T, D> {
    fn default() -> Self {
        Self {
            given: Given::Blank,
            derived: None,
            origin: Origin::default(),
        }
    }
}

impl<T, D> Value<T, D> {
    /// Returns whether the field is blank. An unreadable text or a placeholder is not blank.
    pub fn is_blank(&self) -> bool {
        matches!(self.given, Given::Blank)
    }
}

impl TextValue {
    /// Returns the text that the user typed.
    pub fn typed(&self) -> Option<&str> {
        match &self.given {
            Given::Typed(text) => Some(text),
            Given::Blank | Given::Unreadable | Given::Placeholder(_) => None,
        }
    }

    /// Returns the text that the user typed, for use in a document.
    pub fn typed_text(&self) -> Option<Text> {
        self.typed().map(|text| self.origin.text(text))
    }

    /// Returns the typed text, or else the starting point's placeholder, or else the derived text.
    pub fn known(&self) -> Option<Text> {
        match self.given {
            Given::Placeholder(placeholder) => Some(Text::missing(self.origin.field, placeholder)),
            Given::Typed(_) | Given::Blank | Given::Unreadable => {
                self.typed_text().or_else(|| self.derived.clone())
            }
        }
    }

    /// Returns the same as [`Self::known`] as a plain string, for rules to check.
    pub fn words(&self) -> Option<Cow<'_, str>> {
        match self.typed() {
            Some(typed) => Some(typed.into()),
            None => self.known().map(|text| text.to_string().into()),
        }
    }

    /// Returns what outputs show: the known text, or else the field's placeholder.
    pub fn text(&self) -> Text {
        self.known().unwrap_or_else(|| self.origin.missing())
    }
}

impl Value<u64> {
    /// Returns the number that the user typed.
    pub fn typed(&self) -> Option<u64> {
        match self.given {
            Given::Typed(number) => Some(number),
            Given::Blank | Given::Unreadable | Given::Placeholder(_) => None,
        }
    }

    /// Returns the typed number, or else the derived one.
    pub fn number(&self) -> Option<u64> {
        self.typed().or(self.derived)
    }

    /// Returns what outputs show: the number in decimal digits, or else the field's placeholder.
    pub fn text(&self) -> Text {
        self.number()
            .map_or_else(|| self.origin.missing(), |number| number.to_string().into())
    }
}

/// Text that is kept exactly as the user gave it. A blank field is an empty text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FreeText {
    /// The text.
    pub given: String,
    /// Where the text comes from.
    pub origin: Origin,
}

impl FreeText {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.given
    }

    /// Returns whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Returns what outputs show.
    pub fn text(&self) -> Text {
        self.origin.text(&self.given)
    }
}

/// A list of identifiers, which the form separates with commas or white space.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The identifiers, cleaned.
    pub items: Vec<String>,
    /// Where the list comes from.
    pub origin: Origin,
}

impl List {
    /// Returns whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns what outputs show: each identifier, or the field's placeholder if the list is empty.
    pub fn texts(&self) -> Vec<Text> {
        if self.is_empty() {
            vec![self.origin.missing()]
        } else {
            self.items.iter().map(|item| self.origin.text(item)).collect()
        }
    }
}

/// A row of the form `NAME=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The text before the first `=`, cleaned.
    pub name: String,
    /// The text after the first `=`, as the user gave it.
    pub value: String,
    /// The row's position among the field's rows, from 0; blank and unreadable rows count.
    pub index: usize,
    /// Where the row comes from.
    pub origin: Origin,
}

impl Row {
    /// Returns the value as outputs show it.
    pub fn text(&self) -> Text {
        self.origin.text(&self.value)
    }
}
