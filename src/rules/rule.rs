//! A rule, and what it finds.

use super::subject::Subject;
use crate::fields::Field;
use crate::finding::{Entry, Finding, Fix, Severity, for_reference};

/// A rule: everything that is said about one kind of problem.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Stable: documentation links to it.
    pub id: &'static str,
    /// Honest: an error is what AWS or the delegate refuses or what cannot run.
    pub severity: Severity,
    /// The problem in one line.
    pub what: &'static str,
    /// What happens at AWS, and why.
    pub consequence: &'static str,
    /// Where that is documented.
    pub source: &'static str,
    /// Finds it.
    pub check: fn(&Subject, &mut Vec<Problem>),
    /// URL parameters of a configuration in which it fires; `{n}` stands for n characters.
    pub fires: &'static str,
    /// URL parameters of a similar one in which it doesn't.
    pub quiet: &'static str,
}

impl Rule {
    /// The rule as the program has it: in the page without the texts that only the reference and the tests want, which
    /// would be a tenth of it.
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

/// What a rule found: the field, the offending value and what is allowed, and a way out.
pub struct Problem {
    /// The field that it concerns.
    pub field: &'static Field,
    /// Which of its rows.
    pub row: Option<usize>,
    /// The offending value and what is allowed.
    pub message: String,
    /// The edits that mend it.
    pub fix: Option<Fix>,
}

impl Problem {
    /// A problem of a field, without a fix.
    pub fn new(field: &'static Field, message: impl Into<String>) -> Self {
        Self {
            field,
            row: None,
            message: message.into(),
            fix: None,
        }
    }

    /// The same with a fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// The same with a fix, if there is one.
    #[must_use]
    pub fn fix_if(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// The same about one row of the field.
    #[must_use]
    pub fn row(self, row: usize) -> Self {
        self.row_if(Some(row))
    }

    /// The same about one row of the field, if it has rows.
    #[must_use]
    pub fn row_if(mut self, row: Option<usize>) -> Self {
        self.row = row;
        self
    }

    /// The rule's finding of it.
    pub fn finding(self, rule: &Rule) -> Finding {
        Finding::new(rule, self.field.key, self.message, rule.source)
            .row(self.row)
            .fix(self.fix)
    }
}
