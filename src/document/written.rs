//! Text that is written into a file, with marks for missing values and the secrets it contains. The marks are added
//! while a text is printed, so nothing has to search the printed file for placeholders or secrets.

use super::mark::{Missing, Secret};
use std::ops::Range;

/// Printed text with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    text: String,
    missing: Vec<Mark>,
    secrets: Vec<&'static str>,
}

/// The position of a missing value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The byte range of the placeholder.
    pub at: Range<usize>,
    /// Key of the field for the missing value.
    pub field: &'static str,
}

impl Written {
    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text without its marks.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Returns the positions of missing values, in order.
    pub fn missing(&self) -> &[Mark] {
        &self.missing
    }

    /// Returns the keys of the fields whose secrets the text contains, each key once.
    pub fn secrets(&self) -> &[&'static str] {
        &self.secrets
    }

    /// Appends words.
    pub fn push(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Appends the placeholder of a missing value, and marks it.
    pub fn push_missing(&mut self, missing: &Missing) {
        let start = self.text.len();
        self.text.push_str(missing.placeholder);
        self.missing.push(Mark {
            at: start..self.text.len(),
            field: missing.field,
        });
    }

    /// Appends a secret, and notes its field.
    pub fn push_secret(&mut self, secret: &Secret) {
        self.text.push_str(&secret.text);
        self.holds(secret.field);
    }

    /// Appends other printed text with its marks.
    pub fn append(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.missing.iter().map(|mark| Mark {
            at: mark.at.start + start..mark.at.end + start,
            field: mark.field,
        });
        self.missing.extend(moved);
        for field in &other.secrets {
            self.holds(field);
        }
    }

    fn holds(&mut self, field: &'static str) {
        if !self.secrets.contains(&field) {
            self.secrets.push(field);
        }
    }

    /// Appends a text as `escape` writes it.
    pub fn push_escaped(&mut self, text: &str, escape: impl FnOnce(&mut String, &str)) {
        escape(&mut self.text, text);
    }

    /// Appends a secret as `escape` writes it, and notes its field.
    pub fn push_secret_escaped(&mut self, secret: &Secret, escape: impl FnOnce(&mut String, &str)) {
        escape(&mut self.text, &secret.text);
        self.holds(secret.field);
    }

    /// Escapes the text. For each special character, `write` receives the result so far and the rest of the text, which
    /// starts with that character; the others stay as they are. A placeholder consists of `<`, `>`, `_` and capital
    /// letters only, which every language writes as they are; its mark relies on that.
    #[must_use]
    pub fn escaped(
        &self,
        is_special: impl Fn(char) -> bool,
        mut write: impl FnMut(&mut String, &str),
    ) -> Self {
        let mut text = String::with_capacity(self.text.len() + 2);
        let mut marks = self.missing.iter().peekable();
        let mut missing = Vec::with_capacity(self.missing.len());
        let (mut at, mut start) = (0, 0);
        while let Some(c) = self.text[at..].chars().next() {
            let rest = &self.text[at..];
            let plain = rest.find(&is_special).unwrap_or(rest.len());
            let end = at + if plain > 0 { plain } else { c.len_utf8() };
            if plain > 0 {
                text.push_str(&rest[..plain]);
            } else {
                write(&mut text, rest);
            }
            // Where a place of the old text is in the new one, counted from the end: `write` may put something first.
            let place = |old: usize| text.len() - (end - old);
            while let Some(mark) = marks.peek() {
                if (at..end).contains(&mark.at.start) {
                    start = place(mark.at.start);
                }
                if mark.at.end > end {
                    break;
                }
                missing.push(Mark {
                    at: start..place(mark.at.end),
                    field: mark.field,
                });
                marks.next();
            }
            at = end;
        }
        Self {
            text,
            missing,
            secrets: self.secrets.clone(),
        }
    }

    /// Puts words before and after the text.
    #[must_use]
    pub fn between(&self, before: &str, behind: &str) -> Self {
        let mut all = Self::from(before);
        all.append(self);
        all.push(behind);
        all
    }

    /// Joins texts, with words between each two.
    pub fn joined<'a>(all: impl IntoIterator<Item = &'a Self>, between: &str) -> Self {
        let mut joined = Self::default();
        for (at, one) in all.into_iter().enumerate() {
            joined.push(if at > 0 { between } else { "" });
            joined.append(one);
        }
        joined
    }
}

impl From<&str> for Written {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text::Text;

    fn marked(written: &Written) -> Vec<(&str, &str)> {
        let marks = written.missing().iter();
        marks
            .map(|mark| (mark.field, &written.text()[mark.at.clone()]))
            .collect()
    }

    #[test]
    fn marks_follow_their_placeholders() {
        let text = Text::from("é'")
            .then(Text::missing("region", "<REGION>"))
            .then(Text::missing("image", "<IMAGE>"))
            .then(Text::secret("token", "x\n"))
            .then("z");
        let both = [("region", "<REGION>"), ("image", "<IMAGE>")];
        let double = |out: &mut String, rest: &str| {
            let c = rest.chars().next().unwrap();
            out.push_str(if c == '\'' { "''" } else { "" });
            out.push(c);
        };
        let doubled = text.shown().escaped(|c| c == '\'', double);
        assert_eq!(doubled, text.shown().escaped(|_| true, double));
        let between = doubled.between("→", "!");
        let joined = Written::joined([&between, &doubled], ", ");
        for written in [&text.shown(), &doubled, &between] {
            assert_eq!(marked(written), both);
            assert_eq!(written.secrets(), ["token"]);
        }
        assert_eq!(joined.secrets(), ["token"]);
        assert_eq!(marked(&joined), [both, both].concat());
    }
}
