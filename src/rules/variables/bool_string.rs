//! The value of one of the delegate's switches is neither `true` nor `false`.

use super::rows;
use crate::facts::delegate::SWITCHES;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `bool-string`
pub const RULE: Rule = Rule {
    id: "bool-string",
    severity: Severity::Warning,
    what: "A switch of the delegate is neither `true` nor `false`.",
    consequence: "The delegate compares the text: `TRUE`, `yes` and `1` are not `true`, and the switch has no effect.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::ENV;
        for row in subject
            .rows(field)
            .iter()
            .filter(|row| SWITCHES.contains(&row.name.as_str()))
        {
            if row.value == "true" || row.value == "false" {
                continue;
            }
            let meant = match row.value.trim().to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" | "on" => "true",
                "false" | "no" | "0" | "off" => "false",
                _ => {
                    let message = format!("`{}` is neither `true` nor `false`.", short(&row.value));
                    problems.push(rows::out(subject, field, row, message));
                    continue;
                }
            };
            let edits = vec![subject.with_row(field, row.index, format!("{}={meant}", row.name))];
            let message = format!("`{}` is not `{meant}` to the delegate.", short(&row.value));
            let fix = Fix::new(format!("Write {meant}"), edits);
            problems.push(Problem::new(field, message).row(row.index).fix(fix));
        }
    },
    fires: "env=POLL_FOR_TASKS=TRUE",
    quiet: "env=POLL_FOR_TASKS=true",
};
