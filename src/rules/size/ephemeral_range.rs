//! Fargate does not allow this size of ephemeral storage.

use crate::facts::fargate::{EPHEMERAL_STORAGE, EPHEMERAL_STORAGE_DEFAULT};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `ephemeral-range`
pub const RULE: Rule = Rule {
    id: "ephemeral-range",
    severity: Severity::Error,
    what: "The ephemeral storage is not 21 to 200 GiB.",
    consequence: "`register-task-definition` fails: *EphemeralStorage size should be at least 21*, or *at most 200*.",
    source: sources::STORAGE,
    check: |subject, problems| {
        let field = &fields::EPHEMERAL_STORAGE;
        let Some(size) = subject
            .number(field)
            .filter(|size| !EPHEMERAL_STORAGE.contains(size))
        else {
            return;
        };
        let (smallest, largest) = (EPHEMERAL_STORAGE.start(), EPHEMERAL_STORAGE.end());
        let message = format!(
            "`{size}` GiB; `{smallest}` to `{largest}` can be asked for, and {EPHEMERAL_STORAGE_DEFAULT} are there without asking."
        );
        let fix = if size < *smallest {
            Fix::clear(
                format!("Take the {EPHEMERAL_STORAGE_DEFAULT} GiB that there are"),
                field,
            )
        } else {
            Fix::set(format!("Use {largest}"), field, largest.to_string())
        };
        problems.push(Problem::new(field, message).fix(fix));
    },
    fires: "ephemeral_storage=20",
    quiet: "ephemeral_storage=21",
};
