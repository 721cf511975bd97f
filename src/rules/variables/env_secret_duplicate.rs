//! Two variables have the same name.

use super::reserved;
use super::rows;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::rule::Rule;

/// `env-secret-duplicate`
pub const RULE: Rule = Rule {
    id: "env-secret-duplicate",
    severity: Severity::Error,
    what: "A variable is given twice.",
    consequence: "`register-task-definition` fails: *The secret name must be unique and not shared with any new or existing environment variables set on the container*. Of two plain ones the later wins.",
    source: sources::SECRETS,
    check: |subject, problems| {
        let (env, secrets) = (subject.rows(&fields::ENV), subject.rows(&fields::SECRET_ENV));
        for (at, (field, row)) in rows::all(subject).enumerate() {
            // `reserved-env` flags variables that a field of the form sets.
            if reserved::is_produced(subject.config, &row.name) {
                continue;
            }
            // Keep the last one: of two plain variables, the last one takes effect. A secret comes after them, and is
            // safer.
            let later = env.iter().chain(secrets).skip(at + 1);
            if later.clone().any(|other| other.name == row.name) {
                let message = format!("`{}` stands there twice.", short(&row.name));
                problems.push(rows::out(subject, field, row, message));
            }
        }
    },
    fires: "env=NEXUS=1&secret_env=NEXUS=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6",
    quiet: "env=NEXUS=1&env=nexus=1",
};
