//! A field of the form already sets the variable.

use super::reserved;
use super::rows;
use crate::facts::delegate::VARIABLES;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `reserved-env`
pub const RULE: Rule = Rule {
    id: "reserved-env",
    severity: Severity::Warning,
    what: "A variable is given that a field of the form sets.",
    consequence: "It then stands in the task definition twice: the later one wins at the start, or AWS refuses the pair, and the form shows a value that has no effect.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        for (field, row) in rows::all(subject) {
            if row.name != VARIABLES.token && reserved::is_produced(subject.config, &row.name) {
                problems.push(reserved::problem(subject, field, row));
            }
        }
    },
    fires: "env=ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCb",
    quiet: "env=PROXY_HOST=proxy.example.com",
};
