//! Why a text was not read.

use std::fmt;

/// Why a text was not read, in a sentence for the user. Never holds a part of the text that may be secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    message: String,
    /// Line and column, counted from 1, if the fault is in one place.
    at: Option<(usize, usize)>,
}

impl Failure {
    /// A failure of the whole text.
    pub fn of(message: impl Into<String>) -> Self {
        let message = message.into();
        Self { message, at: None }
    }

    /// The text has so many bytes that it is not read.
    pub fn too_long(bytes: usize) -> Self {
        let length = bytes / 1024;
        Self::of(format!(
            "The text has {length} KiB. Up to 1,024 KiB are read; AWS takes 64 KiB of a task definition."
        ))
    }

    /// A failure in one place: line and column, counted from 1.
    pub fn at(line: usize, column: usize, message: impl Into<String>) -> Self {
        Self {
            at: Some((line, column)),
            ..Self::of(message)
        }
    }

    /// Moves the place of the failure down by some lines, because the text was read in parts.
    #[must_use]
    pub fn below(mut self, lines: usize) -> Self {
        self.at = self.at.map(|(line, column)| (line + lines, column));
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.at {
            write!(f, "Line {line}, column {column}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
