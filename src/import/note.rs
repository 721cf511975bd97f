//! What an import did with a part of the text that is not in a field now.

use crate::finding::short;
use crate::secrets;

/// What became of a part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The page does not know what it means.
    NotUnderstood,
    /// The page knows it, and leaves it out.
    LeftOut,
    /// No field holds it; the files have it.
    Kept,
    /// What the user should know beside.
    Advice,
}

impl Outcome {
    /// The heading over such parts.
    pub fn title(self) -> &'static str {
        match self {
            Self::NotUnderstood => "Not understood",
            Self::LeftOut => "Left out",
            Self::Kept => "Kept without a field",
            Self::Advice => "Good to know",
        }
    }
}

/// What became of one part of the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// What became of it.
    pub outcome: Outcome,
    /// The part, and why. Never holds a secret.
    pub text: String,
}

impl Note {
    /// The page does not know what this means.
    pub fn not_understood(text: impl Into<String>) -> Self {
        Self::new(Outcome::NotUnderstood, text)
    }

    /// The page knows this, and leaves it out.
    pub fn left_out(text: impl Into<String>) -> Self {
        Self::new(Outcome::LeftOut, text)
    }

    /// No field holds this; the files have it.
    pub fn kept(text: impl Into<String>) -> Self {
        Self::new(Outcome::Kept, text)
    }

    /// What the user should know.
    pub fn advice(text: impl Into<String>) -> Self {
        Self::new(Outcome::Advice, text)
    }

    fn new(outcome: Outcome, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { outcome, text }
    }
}

/// A word of the text for a note: as it stands, but without a secret that it holds, and not at length.
pub fn quoted(word: &str) -> String {
    let (name, value) = word.split_once('=').unwrap_or((word, ""));
    let is_named = !value.is_empty() && secrets::is_secret_name(name);
    if !is_named && !secrets::is_in(word) {
        return format!("`{}`", short(word));
    }
    if value.is_empty() || secrets::is_in(name) {
        return "`…`".to_owned();
    }
    format!("`{}=…`", short(name))
}
