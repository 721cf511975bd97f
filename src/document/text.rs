//! A text in an AWS document, as a list of parts: literals, missing values, secrets, and values that other resources
//! supply.

use super::mark::{Missing, Secret};
use super::supplied::Supplied;
use super::written::Written;
use std::fmt;

/// One part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A literal text.
    Literal(String),
    /// A value that the user still has to enter.
    Missing(Missing),
    /// A secret: the whole text of a field, or a text made from it.
    Secret(Secret),
    /// A value that another resource supplies, and what a JSON file shows for it.
    Supplied(Supplied, Text),
}

/// A text in an AWS document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Vec<Part>);

/// A stretch of a text as a format prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words, with marks for missing values and secrets.
    Words(Written),
    /// A reference in the format's own syntax.
    Reference(&'static str),
}

/// Returns the format's reference to a value that another resource supplies, or `None` if the format prints what a JSON
/// file shows.
pub type Resolve<'a> = &'a dyn Fn(Supplied) -> Option<&'static str>;

impl Text {
    /// Makes a text of a value that the field with this key lacks.
    pub fn missing(field: &'static str, placeholder: &'static str) -> Self {
        Self(vec![Part::Missing(Missing { field, placeholder })])
    }

    /// Makes a text of a secret that the field with this key holds.
    pub fn secret(field: &'static str, text: impl Into<String>) -> Self {
        Self(vec![Part::Secret(Secret {
            field,
            text: text.into(),
        })])
    }

    /// Makes a text of a reference, and of what a JSON file shows for it.
    pub fn supplied(what: Supplied, shown: impl Into<Self>) -> Self {
        Self(vec![Part::Supplied(what, shown.into())])
    }

    /// Appends another text.
    #[must_use]
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        self.append(more.into());
        self
    }

    fn append(&mut self, more: Self) {
        for part in more.0 {
            match (self.0.last_mut(), part) {
                (Some(Part::Literal(last)), Part::Literal(more)) => last.push_str(&more),
                (_, part) => self.0.push(part),
            }
        }
    }

    /// Changes the words of literals and secrets; a secret stays a secret. Missing values and references stay as they
    /// are.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        let parts = self.0.iter().map(|part| match part {
            Part::Literal(text) => Part::Literal(change(text)),
            Part::Secret(secret) => Part::Secret(Secret {
                field: secret.field,
                text: change(&secret.text),
            }),
            part @ (Part::Missing(_) | Part::Supplied(..)) => part.clone(),
        });
        Self(parts.collect())
    }

    /// Returns the first `length` characters. A placeholder or a reference is never cut, so the result can be longer.
    #[must_use]
    pub fn first(&self, length: usize) -> Self {
        let mut left = length;
        let mut parts = Vec::new();
        for part in &self.0 {
            if left == 0 {
                break;
            }
            let one = Self(vec![part.clone()]);
            let long = one.to_string().chars().count();
            let take = |text: &str| text.chars().take(left).collect();
            parts.extend(if long <= left { one } else { one.map(take) }.0);
            left = left.saturating_sub(long);
        }
        Self(parts)
    }

    /// Returns the parts of the text.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Returns whether another resource supplies a part of the text.
    pub fn has_reference(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Part::Supplied(..)))
    }

    /// Returns whether a part of the text is missing, also within what a reference shows.
    pub fn is_missing(&self) -> bool {
        self.0.iter().any(|part| match part {
            Part::Missing(_) => true,
            Part::Supplied(_, shown) => shown.is_missing(),
            Part::Literal(_) | Part::Secret(_) => false,
        })
    }

    /// Returns what other resources supply to the text. References within what a reference shows do not count.
    pub fn references(&self) -> impl Iterator<Item = Supplied> {
        self.0.iter().filter_map(|part| match part {
            Part::Supplied(what, _) => Some(*what),
            Part::Literal(_) | Part::Missing(_) | Part::Secret(_) => None,
        })
    }

    /// Returns what the text refers to if it consists of one reference and nothing else.
    pub fn as_reference(&self) -> Option<Supplied> {
        match self.0.as_slice() {
            [Part::Supplied(what, _)] => Some(*what),
            _ => None,
        }
    }

    /// Returns whether the text consists of exactly this literal. A text with any other part does not, whatever it shows.
    pub fn is_literal(&self, words: &str) -> bool {
        matches!(self.0.as_slice(), [Part::Literal(text)] if text == words)
    }

    /// Returns the text as a JSON file shows it, with every reference resolved.
    pub fn shown(&self) -> Written {
        let mut written = Written::default();
        self.show(&mut written);
        written
    }

    fn show(&self, written: &mut Written) {
        for part in &self.0 {
            match part {
                Part::Literal(text) => written.push(text),
                Part::Missing(missing) => written.push_missing(missing),
                Part::Secret(secret) => written.push_secret(secret),
                Part::Supplied(_, shown) => shown.show(written),
            }
        }
    }

    /// Returns the text as a format with its own references prints it. `resolve` chooses which references remain.
    pub fn pieces(&self, resolve: Resolve) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.gather(resolve, &mut pieces);
        pieces
    }

    fn gather(&self, resolve: Resolve, pieces: &mut Vec<Piece>) {
        for part in &self.0 {
            if let Part::Supplied(what, shown) = part {
                match resolve(*what) {
                    Some(reference) => pieces.push(Piece::Reference(reference)),
                    None => shown.gather(resolve, pieces),
                }
                continue;
            }
            if !matches!(pieces.last(), Some(Piece::Words(_))) {
                pieces.push(Piece::Words(Written::default()));
            }
            if let Some(Piece::Words(words)) = pieces.last_mut() {
                match part {
                    Part::Literal(text) => words.push(text),
                    Part::Missing(missing) => words.push_missing(missing),
                    Part::Secret(secret) => words.push_secret(secret),
                    Part::Supplied(..) => {}
                }
            }
        }
    }
}

impl From<Part> for Text {
    fn from(part: Part) -> Self {
        Self(vec![part])
    }
}

impl From<Vec<Part>> for Text {
    fn from(parts: Vec<Part>) -> Self {
        Self(parts)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![Part::Literal(text)])
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<&Self> for Text {
    fn from(text: &Self) -> Self {
        text.clone()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Literal(text) => f.write_str(text),
            Part::Missing(missing) => f.write_str(missing.placeholder),
            Part::Secret(secret) => f.write_str(&secret.text),
            Part::Supplied(_, shown) => shown.fmt(f),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_a_text_keeps_what_is_missing_and_what_is_secret() {
        let name = Text::missing("delegate_name", "<DELEGATE_NAME>");
        let family = name.map(str::to_lowercase).first(240).then("-fargate");
        assert_eq!(family.to_string(), "<DELEGATE_NAME>-fargate");
        assert!(family.is_missing());
        let token = Text::secret("delegate_name", "T O").map(|text| text.replace(' ', "-"));
        assert_eq!(
            token.first(2).parts(),
            Text::secret("delegate_name", "T-").parts()
        );
        assert!(!token.is_missing());
    }

    #[test]
    fn a_placeholder_is_never_cut() {
        let text = Text::from("ab")
            .then(Text::missing("image", "<IMAGE>"))
            .then("cd");
        for (length, first) in [(0, ""), (1, "a"), (2, "ab"), (3, "ab<IMAGE>"), (10, "ab<IMAGE>c")] {
            assert_eq!(text.first(length).to_string(), first);
        }
    }

    #[test]
    fn a_format_shows_what_it_cannot_refer_to() {
        let account = Text::supplied(Supplied::AccountId, Text::missing("aws_account_id", "<ACCOUNT>"));
        let role = Text::supplied(
            Supplied::ExecutionRoleArn,
            Text::from("role/").then(account.clone()),
        );
        let words = |text: &str| Piece::Words(Text::from(text).shown());
        let resolve = |what| (what == Supplied::AccountId).then_some("account");
        assert_eq!(
            Text::from("a ").then(role.clone()).then(" b").pieces(&resolve),
            [words("a role/"), Piece::Reference("account"), words(" b")]
        );
        assert_eq!(role.shown().text(), "role/<ACCOUNT>");
        assert!(role.has_reference() && role.is_missing());
        assert_eq!(role.as_reference(), Some(Supplied::ExecutionRoleArn));
        assert_eq!(Text::from("a").then(role).as_reference(), None);
    }
}
