//! A shell cannot read a variable with this name.

use super::rows;
use crate::facts::sources;
use crate::finding::{Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `env-name-format`
pub const RULE: Rule = Rule {
    id: "env-name-format",
    severity: Severity::Warning,
    what: "A variable's name has other characters than letters, digits and `_`.",
    consequence: "ECS sets it, and no shell script of the delegate can read it: `$MY-VAR` means something else.",
    source: sources::TASK,
    check: |subject, problems| {
        for (field, row) in rows::all(subject) {
            let is_name = row.name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            if !is_name || row.name.starts_with(|c: char| c.is_ascii_digit()) {
                let message = format!(
                    "`{}`: letters, digits and `_`, no digit in front.",
                    short(&row.name)
                );
                problems.push(Problem::new(field, message).row(row.index));
            }
        }
    },
    fires: "env=MY-VAR=1",
    quiet: "env=_MY_VAR1=1",
};
