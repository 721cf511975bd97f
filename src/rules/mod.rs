//! The rules: what AWS or Harness would refuse, or what would fail or hurt at run time. One file each, named after
//! the problem.

mod does_not_apply;

use crate::config::Config;
use crate::deployment::Deployment;
use crate::fields::Field;
use crate::finding::{Finding, Fix, Severity};
use std::borrow::Cow;

/// A rule: everything that is said about one kind of problem.
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
    /// URL parameters of a configuration in which it fires.
    pub fires: &'static str,
    /// URL parameters of a similar one in which it doesn't.
    pub quiet: &'static str,
}

/// What the rules look at.
pub struct Subject<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// What it means at AWS.
    pub deployment: &'a Deployment,
    /// The day.
    pub today: Date,
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

    /// The same about one row of the field.
    #[must_use]
    pub fn row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day that is so many days after 1970-01-01.
    pub fn from_days(days: u64) -> Self {
        let is_leap =
            |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let (mut year, mut rest) = (1970, days);
        while rest >= 365 + u64::from(is_leap(year)) {
            rest -= 365 + u64::from(is_leap(year));
            year += 1;
        }
        let lengths = [
            31,
            28 + u64::from(is_leap(year)),
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
            31,
        ];
        let mut month = 0;
        while rest >= lengths[month] {
            rest -= lengths[month];
            month += 1;
        }
        let small = |number: u64| u8::try_from(number).unwrap_or(u8::MAX);
        Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: small(month as u64 + 1),
            day: small(rest + 1),
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(str::parse::<u16>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self { year, month, day })
    }
}

/// Every rule, in the order in which their findings are shown.
pub static RULES: &[&Rule] = &[&does_not_apply::RULE];

/// Everything that is wrong with a configuration or could be better.
pub fn check(config: &Config, deployment: &Deployment, today: Date) -> Vec<Finding> {
    let subject = Subject {
        config,
        deployment,
        today,
    };
    let mut findings = Vec::new();
    for rule in RULES {
        let mut problems = Vec::new();
        (rule.check)(&subject, &mut problems);
        findings.extend(problems.into_iter().map(|problem| Finding {
            rule: rule.id,
            severity: rule.severity,
            field: Cow::Borrowed(problem.field.key),
            row: problem.row,
            message: problem.message,
            consequence: rule.consequence,
            link: rule.source,
            fix: problem.fix,
        }));
    }
    findings
}

#[cfg(test)]
mod tests;
