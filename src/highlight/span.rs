//! Spans: parts of a line with their classes.

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Everything else: punctuation, white space, plain words.
    Plain,
    /// The name of a member, an attribute or an option.
    Key,
    /// A value in quotes.
    Text,
    /// A number.
    Number,
    /// A keyword of the language.
    Word,
    /// A variable or a reference.
    Variable,
    /// A comment.
    Comment,
    /// A missing value.
    Missing,
}

impl Class {
    /// Returns the CSS class. Blank for plain text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Key => "t-key",
            Self::Text => "t-text",
            Self::Number => "t-number",
            Self::Word => "t-word",
            Self::Variable => "t-variable",
            Self::Comment => "t-comment",
            Self::Missing => "t-missing",
        }
    }
}

/// A part of a line that has one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub class: Class,
    /// Its text. The last span of a line ends with the line feed.
    pub text: String,
}
