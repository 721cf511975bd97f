//! A rule, and the problems that it finds.

use super::subject::Subject;
use crate::fields::Field;
use crate::finding::{Entry, Finding, Fix, Severity, for_reference};

/// A rule: the check for one kind of problem, and what the page and the reference say about it.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The ID. It stays the same, because documentation links to it.
    pub id: &'static str,
    /// The severity. It is an error only if AWS or the delegate rejects the configuration, or the configuration cannot
    /// run.
    pub severity: Severity,
    /// The problem in one line.
    pub what: &'static str,
    /// What happens as a result, and why.
    pub consequence: &'static str,
    /// The URL of the documentation.
    pub source: &'static str,
    /// Looks for problems in a configuration and adds them to the list.
    pub check: fn(&Subject, &mut Vec<Problem>),
    /// URL parameters of a configuration on which the rule fires; `{n}` means n characters. A rule about imported
    /// documents has the document in the next line.
    pub fires: &'static str,
    /// URL parameters of a similar configuration on which the rule does not fire.
    pub quiet: &'static str,
}

impl Rule {
    /// The rule as the program contains it. In the page, the texts that only the reference and the tests need are
    /// empty: they would be a tenth of the page.
    #[must_use]
    pub const fn shipped(self) -> Self {
        Self {
            what: for_reference(self.what),
            fires: for_reference(self.fires),
            quiet: for_reference(self.quiet),
            ..self
        }
    }
}

impl Entry for Rule {
    fn id(&self) -> &'static str {
        self.id
    }

    fn severity(&self) -> Severity {
        self.severity
    }

    fn consequence(&self) -> &'static str {
        self.consequence
    }
}

/// A problem that a rule found.
pub struct Problem {
    /// The field that the problem is about.
    pub field: &'static Field,
    /// The index of the row, if the problem is about one row of the field.
    pub row: Option<usize>,
    /// The invalid value and what is allowed.
    pub message: String,
    /// The edits that fix the problem.
    pub fix: Option<Fix>,
}

impl Problem {
    /// Creates a problem of a field, without a fix.
    pub fn new(field: &'static Field, message: impl Into<String>) -> Self {
        Self {
            field,
            row: None,
            message: message.into(),
            fix: None,
        }
    }

    /// Sets the fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Sets the fix, if there is one.
    #[must_use]
    pub fn fix_if(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// Sets the row.
    #[must_use]
    pub fn row(self, row: usize) -> Self {
        self.row_if(Some(row))
    }

    /// Sets the row, if the field has rows.
    #[must_use]
    pub fn row_if(mut self, row: Option<usize>) -> Self {
        self.row = row;
        self
    }

    /// Converts the problem into a finding of the rule.
    pub fn finding(self, rule: &Rule) -> Finding {
        Finding::new(rule, self.field.key, self.message, rule.source)
            .row(self.row)
            .fix(self.fix)
    }
}
