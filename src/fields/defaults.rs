//! What the two starts begin with.

use crate::choices::Start;

/// The text that a field has while nobody has given it another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultText {
    /// A value; blank for none.
    Text(&'static str),
    /// A placeholder: the start shows where a value belongs, and it is missing until it is given.
    Placeholder(&'static str),
}

impl DefaultText {
    /// As the form shows it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text(text) | Self::Placeholder(text) => text,
        }
    }
}

/// A default that is a value.
pub(super) const fn text(text: &'static str) -> DefaultText {
    DefaultText::Text(text)
}

/// A default that is a placeholder.
pub(super) const fn placeholder(text: &'static str) -> DefaultText {
    DefaultText::Placeholder(text)
}

/// The default of a field that the documentation's samples have and `recommended` has not.
pub(super) const fn docs_only(start: Start, words: &'static str) -> DefaultText {
    match start {
        Start::Docs => text(words),
        Start::Recommended => text(""),
    }
}

/// The default of a field that `recommended` has and the documentation's samples have not.
pub(super) const fn recommended_only(start: Start, words: &'static str) -> DefaultText {
    match start {
        Start::Docs => text(""),
        Start::Recommended => text(words),
    }
}

/// The default of a flag that `recommended` sets and the documentation's samples don't.
pub(super) const fn recommended_flag(start: Start) -> DefaultText {
    match start {
        Start::Docs => text("false"),
        Start::Recommended => text("true"),
    }
}
