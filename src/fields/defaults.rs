//! The defaults of the two starts.

use crate::choices::Start;

/// The text of a field until the user changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultText {
    /// A value. Blank if the field has no default.
    Text(&'static str),
    /// A placeholder: it shows where a value belongs, and the field counts as missing until the user gives one.
    Placeholder(&'static str),
}

impl DefaultText {
    /// Returns the text that the form shows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text(text) | Self::Placeholder(text) => text,
        }
    }
}

/// Makes a default that is a value.
pub(super) const fn text(text: &'static str) -> DefaultText {
    DefaultText::Text(text)
}

/// Makes a default that is a placeholder.
pub(super) const fn placeholder(text: &'static str) -> DefaultText {
    DefaultText::Placeholder(text)
}

/// Returns the default of a field that the documentation's samples set and `recommended` leaves blank.
pub(super) const fn docs_only(start: Start, words: &'static str) -> DefaultText {
    match start {
        Start::Docs => text(words),
        Start::Recommended => text(""),
    }
}

/// Returns the default of a field that `recommended` sets and the documentation's samples leave blank.
pub(super) const fn recommended_only(start: Start, words: &'static str) -> DefaultText {
    match start {
        Start::Docs => text(""),
        Start::Recommended => text(words),
    }
}

/// Returns the default of a flag that `recommended` sets and the documentation's samples do not.
pub(super) const fn recommended_flag(start: Start) -> DefaultText {
    match start {
        Start::Docs => text("false"),
        Start::Recommended => text("true"),
    }
}
