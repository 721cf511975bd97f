//! The task definition is larger than ECS allows.

use super::bytes::{bytes, largest};
use crate::facts::ecs::TASK_DEFINITION_BYTES;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `task-def-too-large`
pub const RULE: Rule = Rule {
    id: "task-def-too-large",
    severity: Severity::Error,
    what: "The task definition has more than 65536 bytes.",
    consequence: "`register-task-definition` fails: *Actual length: '66420'. Max allowed length is '65536' bytes.*",
    source: sources::QUOTAS,
    check: |subject, problems| {
        let bytes = bytes(subject.deployment);
        if bytes > TASK_DEFINITION_BYTES {
            let message =
                format!("The task definition has `{bytes}` bytes; `{TASK_DEFINITION_BYTES}` are allowed.");
            problems.push(Problem::new(largest(subject), message));
        }
    },
    fires: "init_script={64500}",
    quiet: "init_script={63000}",
};
