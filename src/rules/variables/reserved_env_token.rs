//! The delegate token is given as a variable.

use super::reserved;
use super::rows;
use crate::facts::delegate::VARIABLES;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `reserved-env-token`
pub const RULE: Rule = Rule {
    id: "reserved-env-token",
    severity: Severity::Error,
    what: "The delegate token is given as a variable, which a field of the form sets.",
    consequence: "`register-task-definition` fails: *The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'DELEGATE_TOKEN'.*",
    source: sources::SECRETS,
    check: |subject, problems| {
        for (field, row) in rows::all(subject).filter(|(_, row)| row.name == VARIABLES.token) {
            problems.push(reserved::problem(subject, field, row));
        }
    },
    fires: "env=DELEGATE_TOKEN=not-a-real-token",
    quiet: "env=MY_VARIABLE=1",
};
