//! The value of one of the delegate's switches is neither `true` nor `false`.

use super::rows;
use crate::config::Row;
use crate::facts::delegate::{ReadAs, SWITCHES};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `bool-string`
pub const RULE: Rule = Rule {
    id: "bool-string",
    severity: Severity::Warning,
    what: "A switch of the delegate is neither `true` nor `false`.",
    consequence: "Scripts of the image compare some switches with the text `true`, and write the others into a YAML file, where `yes` is a text.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::ENV;
        for row in subject.rows(field) {
            let Some(message) = message(row) else { continue };
            let Some(meant) = meant(&row.value) else {
                problems.push(rows::out(subject, field, row, message));
                continue;
            };
            let edits = vec![subject.with_row(field, row.index, format!("{}={meant}", row.name))];
            let fix = Fix::new(format!("Write {meant}"), edits);
            problems.push(Problem::new(field, message).row(row.index).fix(fix));
        }
    },
    fires: "env=PROXY_MANAGER=TRUE",
    quiet: "env=POLL_FOR_TASKS=TRUE",
};

/// Returns what is wrong with the row, if it is that of a switch.
fn message(row: &Row) -> Option<String> {
    let switch = SWITCHES.iter().find(|switch| switch.name == row.name)?;
    let (value, meant) = (short(&row.value), meant(&row.value));
    if row.value.trim().is_empty() || ["true", "false"].contains(&row.value.as_str()) {
        return None;
    }
    match switch.read {
        // Whatever is not `true` is `false`.
        ReadAs::Text(_) if meant == Some("false") => None,
        ReadAs::Text(otherwise) => Some(format!("`{value}` is not `true`: {otherwise}.")),
        ReadAs::Yaml if ["True", "TRUE", "False", "FALSE"].contains(&row.value.as_str()) => None,
        ReadAs::Yaml => Some(format!(
            "`{value}` is neither `true` nor `false` in the delegate's YAML file."
        )),
        ReadAs::Unknown => Some(format!(
            "`{value}` is neither `true` nor `false`, which the documentation names."
        )),
    }
}

/// Returns the value that the user probably meant.
fn meant(value: &str) -> Option<&'static str> {
    match value.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "on" => Some("true"),
        "false" | "no" | "0" | "off" => Some("false"),
        _ => None,
    }
}
