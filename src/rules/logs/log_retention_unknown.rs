//! CloudWatch Logs does not offer this retention period.

use crate::facts::logs::RETENTION_DAYS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `log-retention-unknown`
pub const RULE: Rule = Rule {
    id: "log-retention-unknown",
    severity: Severity::Error,
    what: "CloudWatch Logs does not offer this log retention.",
    consequence: "`put-retention-policy` fails with *InvalidParameterException*.",
    source: sources::RETENTION,
    check: |subject, problems| {
        let field = &fields::LOG_RETENTION;
        let Some(days) = subject
            .number(field)
            .filter(|days| !RETENTION_DAYS.contains(days))
        else {
            return;
        };
        let next = RETENTION_DAYS
            .iter()
            .find(|known| **known > days)
            .or(RETENTION_DAYS.last());
        let next = next.map_or(0, |next| *next);
        let message = format!("`{days}` days; the next period that there is has `{next}`.");
        problems.push(Problem::new(field, message).fix(Fix::set(
            format!("Use {next}"),
            field,
            next.to_string(),
        )));
    },
    fires: "log_retention=31",
    quiet: "log_retention=30",
};
