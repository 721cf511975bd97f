//! The task definition is almost as large as ECS allows.

use super::bytes::{bytes, largest};
use crate::facts::ecs::TASK_DEFINITION_BYTES;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// The size above which the rule fires, in bytes.
const NEARLY: usize = 60_000;

/// `task-def-too-large-hint`
pub const RULE: Rule = Rule {
    id: "task-def-too-large-hint",
    severity: Severity::Warning,
    what: "The task definition has more than 60000 of the 65536 bytes that ECS stores.",
    consequence: "The next variable may be the one that makes `register-task-definition` fail. An image of your own holds more than an init script.",
    source: sources::QUOTAS,
    check: |subject, problems| {
        let bytes = bytes(subject.deployment);
        if bytes > NEARLY && bytes <= TASK_DEFINITION_BYTES {
            let message = format!("The task definition has `{bytes}` of `{TASK_DEFINITION_BYTES}` bytes.");
            problems.push(Problem::new(largest(subject), message));
        }
    },
    fires: "init_script={60000}",
    quiet: "init_script={57000}",
};
