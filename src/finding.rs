//! Findings: problems with a configuration, and the edits that fix them. They are plain data, which the page can
//! preview, apply and undo, and which tests can check.

use crate::fields::Field;
use serde::Serialize;
use std::borrow::Cow;

/// The severity of a finding. A rule has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// AWS or the delegate rejects the configuration, or it cannot run.
    Error,
    /// The configuration works, but causes problems in production.
    Warning,
    /// Advice.
    Info,
}

impl Severity {
    /// The value of the attribute `data-severity`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What all findings of one kind have in common. Entries are in two tables, the rules and the notices. Every finding
/// has an entry, and every entry has a section in the reference.
pub trait Entry {
    /// The ID. It stays the same, because documentation links to it.
    fn id(&self) -> &'static str;
    /// The severity.
    fn severity(&self) -> Severity;
    /// What happens as a result, and why.
    fn consequence(&self) -> &'static str;
}

/// Returns a text that only the reference and the tests need. In the page, it is empty, which keeps the page small.
pub const fn for_reference(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(clippy::manual_non_exhaustive)] // `#[non_exhaustive]` binds other crates only
pub struct Finding {
    /// The ID of the rule or notice.
    pub rule: &'static str,
    /// The severity of the rule or notice.
    pub severity: Severity,
    /// The key of the field, or the URL parameter that is not a field.
    pub field: Cow<'static, str>,
    /// The index of the row, counted from 0, if the finding is about one row of the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The invalid value and what is allowed. It can contain untrusted text.
    pub message: String,
    /// What happens as a result, and why.
    pub consequence: &'static str,
    /// The URL of the documentation.
    pub link: &'static str,
    /// The edits that fix the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Makes [`Finding::new`] the only way to create a finding.
    #[serde(skip)]
    _of_an_entry: (),
}

impl Finding {
    /// Creates a finding of an entry about a field or a URL parameter. `link` is the URL of the documentation.
    pub fn new(
        entry: &dyn Entry,
        field: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
        link: &'static str,
    ) -> Self {
        Self {
            rule: entry.id(),
            severity: entry.severity(),
            field: field.into(),
            row: None,
            message: message.into(),
            consequence: entry.consequence(),
            link,
            fix: None,
            _of_an_entry: (),
        }
    }

    /// Whether the finding is one of this entry.
    pub fn is(&self, entry: &dyn Entry) -> bool {
        self.rule == entry.id()
    }

    /// Replaces the usual consequence of the entry.
    #[must_use]
    pub fn because(mut self, consequence: &'static str) -> Self {
        self.consequence = consequence;
        self
    }

    /// Sets the row, if the finding is about one.
    #[must_use]
    pub fn row(mut self, row: Option<usize>) -> Self {
        self.row = row;
        self
    }

    /// Sets the fix, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }
}

/// Edits to the form that resolve a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// The label of the button.
    pub title: Cow<'static, str>,
    /// The edits that the button applies.
    pub edits: Vec<Edit>,
}

/// An edit to one field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The field.
    #[serde(serialize_with = "key")]
    pub field: &'static Field,
    /// The field's new texts: one, unless the field has rows.
    pub texts: Vec<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde requires this signature
fn key<S: serde::Serializer>(field: &&'static Field, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(field.key)
}

/// Shortens a text for a message, to 60 characters and `…`.
pub fn short(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

impl Fix {
    /// Creates a fix with these edits.
    pub fn new(title: impl Into<Cow<'static, str>>, edits: Vec<Edit>) -> Self {
        Self {
            title: title.into(),
            edits,
        }
    }

    /// Creates a fix that sets one field.
    pub fn set(title: impl Into<Cow<'static, str>>, field: &'static Field, text: impl Into<String>) -> Self {
        Self::new(title, vec![Edit::set(field, text)])
    }

    /// Creates a fix that clears one field.
    pub fn clear(title: impl Into<Cow<'static, str>>, field: &'static Field) -> Self {
        Self::new(title, vec![Edit::clear(field)])
    }

    /// Adds an edit.
    #[must_use]
    pub fn and(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }
}

impl Edit {
    /// Sets the rows of a field.
    pub fn rows(field: &'static Field, texts: Vec<String>) -> Self {
        Self { field, texts }
    }

    /// Sets the text of a field.
    pub fn set(field: &'static Field, text: impl Into<String>) -> Self {
        Self {
            field,
            texts: vec![text.into()],
        }
    }

    /// Clears a field: sets an empty text or removes all rows.
    pub fn clear(field: &'static Field) -> Self {
        Self {
            field,
            texts: if field.kind.has_rows() {
                vec![]
            } else {
                vec![String::new()]
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields;

    #[test]
    fn a_message_quotes_sixty_characters() {
        let text = "é".repeat(60);
        assert_eq!(short(&text), text);
        assert_eq!(short(&format!("{text}é")), format!("{text}…"));
    }

    #[test]
    fn edits_are_of_texts_or_of_rows() {
        assert_eq!(Edit::clear(&fields::CPU).texts, [""]);
        assert!(Edit::clear(&fields::ENV).texts.is_empty());
        let fix = Fix::set("x", &fields::CPU, "1").and(Edit::clear(&fields::MEMORY));
        let edits: Vec<(&str, String)> = fix
            .edits
            .iter()
            .map(|edit| (edit.field.key, edit.texts.concat()))
            .collect();
        assert_eq!(edits, [("cpu", "1".to_owned()), ("memory", String::new())]);
        let json = serde_json::to_value(&fix).unwrap();
        assert_eq!(
            json["edits"][0],
            serde_json::json!({"field": "cpu", "texts": ["1"]})
        );
        let names = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::name);
        assert_eq!(names, ["error", "warning", "info"]);
    }
}
