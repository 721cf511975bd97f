//! The values that a configuration is made of: what was given, what was derived in its place, and which field that was.

use crate::document::text::Text;
use std::borrow::Cow;

/// What became of one field's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Given<T> {
    /// There is no text.
    #[default]
    Blank,
    /// The text cannot be read. A finding says so, and the outputs show what they show for a blank one.
    Unreadable,
    /// The starting point brings a placeholder, and nobody has replaced it.
    Placeholder(&'static str),
    /// The text was read.
    Typed(T),
}

/// The field that a value was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// Its key.
    pub field: &'static str,
    /// What the outputs show while it is required and blank.
    pub placeholder: Option<&'static str>,
    /// Whether its text is a secret.
    pub is_secret: bool,
    /// Whether somebody gave it a text other than the default; a blank text does not count.
    pub is_given: bool,
}

impl Origin {
    /// A text of this field: a secret, or words.
    pub fn text(&self, text: &str) -> Text {
        if self.is_secret {
            Text::secret(self.field, text)
        } else {
            text.into()
        }
    }

    /// What the outputs show while the field is blank; no words where nothing is required.
    pub fn missing(&self) -> Text {
        self.placeholder.map_or_else(Text::default, |placeholder| {
            Text::missing(self.field, placeholder)
        })
    }
}

/// A field's value: what was given, and what is derived from other fields in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<T, D = T> {
    /// What the form says.
    pub given: Given<T>,
    /// What follows from other fields.
    pub derived: Option<D>,
    /// The field.
    pub origin: Origin,
}

/// The value of a field whose text is a name, an ID, an ARN, a URL or a secret.
pub type TextValue = Value<String, Text>;

// Not derived: a type without a default of its own may be in a `Value` too.
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
    /// Whether nothing at all was given.
    pub fn is_blank(&self) -> bool {
        matches!(self.given, Given::Blank)
    }
}

impl TextValue {
    /// What was typed.
    pub fn typed(&self) -> Option<&str> {
        match &self.given {
            Given::Typed(text) => Some(text),
            Given::Blank | Given::Unreadable | Given::Placeholder(_) => None,
        }
    }

    /// What was typed, as a text of a document.
    pub fn typed_text(&self) -> Option<Text> {
        self.typed().map(|text| self.origin.text(text))
    }

    /// What was typed, else the starting point's placeholder, else what was derived; nothing where the field is blank.
    pub fn known(&self) -> Option<Text> {
        match self.given {
            Given::Placeholder(placeholder) => Some(Text::missing(self.origin.field, placeholder)),
            _ => self.typed_text().or_else(|| self.derived.clone()),
        }
    }

    /// The same as words: what a rule looks at.
    pub fn words(&self) -> Option<Cow<'_, str>> {
        match self.typed() {
            Some(typed) => Some(typed.into()),
            None => self.known().map(|text| text.to_string().into()),
        }
    }

    /// What the outputs show: what is known, else what is missing.
    pub fn text(&self) -> Text {
        self.known().unwrap_or_else(|| self.origin.missing())
    }
}

impl Value<u64> {
    /// What was typed.
    pub fn typed(&self) -> Option<u64> {
        match self.given {
            Given::Typed(number) => Some(number),
            Given::Blank | Given::Unreadable | Given::Placeholder(_) => None,
        }
    }

    /// What was typed, else what was derived.
    pub fn number(&self) -> Option<u64> {
        self.typed().or(self.derived)
    }

    /// The number as a text, else what is missing.
    pub fn text(&self) -> Text {
        self.number()
            .map_or_else(|| self.origin.missing(), |number| number.to_string().into())
    }
}

/// Text that is kept exactly as given; blank is the empty text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FreeText {
    /// As given.
    pub given: String,
    /// The field.
    pub origin: Origin,
}

impl FreeText {
    /// As given.
    pub fn as_str(&self) -> &str {
        &self.given
    }

    /// Whether it is the empty text.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// What the outputs show.
    pub fn text(&self) -> Text {
        self.origin.text(&self.given)
    }
}

/// Identifiers between commas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// Those that were given.
    pub items: Vec<String>,
    /// The field.
    pub origin: Origin,
}

impl List {
    /// Whether none was given.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What the outputs show: each item, or what is missing.
    pub fn texts(&self) -> Vec<Text> {
        if self.is_empty() {
            vec![self.origin.missing()]
        } else {
            self.items.iter().map(|item| self.origin.text(item)).collect()
        }
    }
}

/// One row of `NAME=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is before the first `=`, cleaned.
    pub name: String,
    /// What is behind it, as given.
    pub value: String,
    /// Its position among the field's texts, counted from 0.
    pub index: usize,
    /// The field.
    pub origin: Origin,
}

impl Row {
    /// Its value, as the outputs show it.
    pub fn text(&self) -> Text {
        self.origin.text(&self.value)
    }
}
