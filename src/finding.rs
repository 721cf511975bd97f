//! What is wrong with a configuration or could be better, and the edits that mend it. Plain data, so that a
//! fix can be previewed, applied, undone and tested.

use crate::fields::Field;
use serde::Serialize;
use std::borrow::Cow;

/// How bad it is. A rule has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// AWS or the delegate refuses it, or it cannot run.
    Error,
    /// It works, and will hurt in production.
    Warning,
    /// Advice.
    Info,
}

impl Severity {
    /// As in the attribute `data-severity`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// An entry in a table of findings: what all findings of one kind have in common. There are two tables, the rules and
/// the notices, and nothing else makes a finding: each leads to an entry of the reference.
pub trait Entry {
    /// Stable: documentation links to it.
    fn id(&self) -> &'static str;
    /// How bad it is.
    fn severity(&self) -> Severity;
    /// What happens at AWS, and why.
    fn consequence(&self) -> &'static str;
}

/// A text of an entry that only the reference and the tests want: the page goes without.
pub const fn for_reference(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(clippy::manual_non_exhaustive)] // the attribute would hold for other crates only
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// The rule's severity.
    pub severity: Severity,
    /// Key of the field that it concerns; of an unknown key in a link, that key.
    pub field: Cow<'static, str>,
    /// Which row of the field, counted from 0, where it has rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// What is wrong: the offending value and what is allowed. Untrusted text may stand in it.
    pub message: String,
    /// What happens at AWS, and why.
    pub consequence: &'static str,
    /// Where that is documented.
    pub link: &'static str,
    /// The edits that mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Keeps [`Finding::new`] the only way to make one.
    #[serde(skip)]
    _of_an_entry: (),
}

impl Finding {
    /// A finding of an entry, about a field or a parameter; `link` says where the entry's facts are documented.
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

    /// Whether it is one of this entry.
    pub fn is(&self, entry: &dyn Entry) -> bool {
        self.rule == entry.id()
    }

    /// The same with another consequence than the entry's usual one.
    #[must_use]
    pub fn because(mut self, consequence: &'static str) -> Self {
        self.consequence = consequence;
        self
    }

    /// The same about one row of the field, if it is about one.
    #[must_use]
    pub fn row(mut self, row: Option<usize>) -> Self {
        self.row = row;
        self
    }

    /// The same with a fix, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }
}

/// Edits of the form that remove a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the button says.
    pub title: Cow<'static, str>,
    /// What it does.
    pub edits: Vec<Edit>,
}

/// A field and its new list of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The field.
    #[serde(serialize_with = "key")]
    pub field: &'static Field,
    /// Its texts: one, unless the field has rows.
    pub texts: Vec<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's own signature
fn key<S: serde::Serializer>(field: &&'static Field, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(field.key)
}

/// A text as a message quotes it: 60 characters of it at most.
pub fn short(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

impl Fix {
    /// A fix of these edits.
    pub fn new(title: impl Into<Cow<'static, str>>, edits: Vec<Edit>) -> Self {
        Self {
            title: title.into(),
            edits,
        }
    }

    /// A fix of one field.
    pub fn set(title: impl Into<Cow<'static, str>>, field: &'static Field, text: impl Into<String>) -> Self {
        Self::new(title, vec![Edit::set(field, text)])
    }

    /// A fix that blanks one field.
    pub fn clear(title: impl Into<Cow<'static, str>>, field: &'static Field) -> Self {
        Self::new(title, vec![Edit::clear(field)])
    }

    /// The same with one more edit.
    #[must_use]
    pub fn and(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }
}

impl Edit {
    /// Gives a field these rows.
    pub fn rows(field: &'static Field, texts: Vec<String>) -> Self {
        Self { field, texts }
    }

    /// Gives a field one text.
    pub fn set(field: &'static Field, text: impl Into<String>) -> Self {
        Self {
            field,
            texts: vec![text.into()],
        }
    }

    /// Blanks a field: an empty text, or no rows.
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
