//! The delegate does not know this log level.

use crate::facts::delegate::{LOGGING_LEVEL_VARIABLE, LOGGING_LEVELS};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `logging-level`
pub const RULE: Rule = Rule {
    id: "logging-level",
    severity: Severity::Warning,
    what: "The delegate does not know this LOGGING_LEVEL.",
    consequence: "The delegate then logs at DEBUG, which fills the log group, and the bill.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::ENV;
        for row in subject
            .rows(field)
            .iter()
            .filter(|row| row.name == LOGGING_LEVEL_VARIABLE)
        {
            if LOGGING_LEVELS.contains(&row.value.as_str()) {
                continue;
            }
            let upper = row.value.trim().to_ascii_uppercase();
            let meant = if LOGGING_LEVELS.contains(&upper.as_str()) {
                upper.as_str()
            } else {
                "INFO"
            };
            let edits = vec![subject.with_row(field, row.index, format!("{LOGGING_LEVEL_VARIABLE}={meant}"))];
            let message = format!(
                "`{}` is none of {}.",
                short(&row.value),
                LOGGING_LEVELS.join(", ")
            );
            let fix = Fix::new(format!("Write {meant}"), edits);
            problems.push(Problem::new(field, message).row(row.index).fix(fix));
        }
    },
    fires: "env=LOGGING_LEVEL=verbose",
    quiet: "env=LOGGING_LEVEL=WARN",
};
