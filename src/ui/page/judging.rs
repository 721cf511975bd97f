//! When a field is judged. Half of a name is not a wrong name: while the user types, the page shows only what it showed
//! before, and what concerns a field that had been right. It judges the field when the user leaves it, or rests.

use crate::finding::Finding;
use std::borrow::Cow;

/// A finding, as one and the same before and after a change of its words.
type Identity = (&'static str, Cow<'static, str>, Option<usize>);

/// The field in which the user is typing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typing {
    /// Its key.
    field: &'static str,
    /// What the page showed when the user began.
    before: Vec<Identity>,
    /// Whether the field had a value without a finding when the user began, or the user rests.
    is_judged: bool,
}

impl Typing {
    /// The user begins to type into a field that has, or has not, a value. `shown` are the findings that the page shows.
    pub fn begin(field: &'static str, has_value: bool, shown: &[Finding]) -> Self {
        let is_right = shown.iter().all(|finding| finding.field != field);
        Self {
            field,
            before: shown.iter().map(identity).collect(),
            is_judged: has_value && is_right,
        }
    }

    /// Its key.
    pub fn field(&self) -> &'static str {
        self.field
    }

    /// Whether this is the field.
    pub fn is_in(&self, field: &str) -> bool {
        self.field == field
    }

    /// The user rests: from now on the field is judged at each key.
    pub fn rest(&mut self) {
        self.is_judged = true;
    }

    /// Whether the page shows a finding now.
    pub fn shows(&self, finding: &Finding) -> bool {
        (self.is_judged && finding.field == self.field) || self.before.contains(&identity(finding))
    }
}

fn identity(finding: &Finding) -> Identity {
    (finding.rule, finding.field.clone(), finding.row)
}
