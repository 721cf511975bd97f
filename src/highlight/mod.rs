//! Colours for the output files: each line as stretches of text, each with what it is. The stretches put together
//! are exactly the file.

mod hcl;
mod json;
mod scanner;
mod shell;
mod yaml;

use crate::document::written::Mark;
use crate::outputs::Language;
use scanner::Scanner;

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Nothing in particular: punctuation, white space, plain words.
    Plain,
    /// The name of a member, an attribute or an option.
    Key,
    /// A value in quotes.
    Text,
    /// A number.
    Number,
    /// A word of the language.
    Word,
    /// A variable or a reference.
    Variable,
    /// A comment.
    Comment,
    /// A value that the user still has to give.
    Missing,
}

impl Class {
    /// Its CSS class; blank for plain text.
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

/// A stretch of text of one class, within one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub class: Class,
    /// Its text; the last one of a line ends with the line feed.
    pub text: String,
}

/// The lines of a file, each with its line feed. `missing` says where in the text a value is missing.
pub fn lines(language: Language, text: &str, missing: &[Mark]) -> Vec<Vec<Span>> {
    let mut scanner = Scanner::new(text);
    match language {
        Language::Json => json::scan(&mut scanner),
        Language::Shell => shell::scan(&mut scanner),
        Language::Hcl => hcl::scan(&mut scanner),
        Language::Yaml => yaml::scan(&mut scanner),
        Language::Text => scanner.take(Class::Plain, text.len()),
    }
    let mut lines = vec![Vec::new()];
    let mut start = 0;
    for (class, text) in scanner.spans {
        for piece in text.split_inclusive('\n') {
            if let Some(line) = lines.last_mut() {
                with_missing(line, class, piece, start, missing);
            }
            if piece.ends_with('\n') {
                lines.push(Vec::new());
            }
            start += piece.len();
        }
    }
    if lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// Adds a stretch to a line, with what is missing in it apart. `start` is where the stretch begins in the file.
fn with_missing(line: &mut Vec<Span>, class: Class, text: &str, start: usize, missing: &[Mark]) {
    let mut push = |class, text: &str| {
        if !text.is_empty() {
            line.push(Span {
                class,
                text: text.to_owned(),
            });
        }
    };
    let mut done = 0;
    let first = missing.partition_point(|mark| mark.at.end <= start);
    for mark in &missing[first..] {
        let (from, to) = (mark.at.start.saturating_sub(start), mark.at.end - start);
        // A placeholder is within one stretch: no language takes it apart.
        let (Some(before), Some(placeholder)) = (text.get(done..from), text.get(from..to)) else {
            break;
        };
        push(class, before);
        push(Class::Missing, placeholder);
        done = to;
    }
    push(class, text.get(done..).unwrap_or_default());
}

#[cfg(test)]
mod tests;
