//! The container has more memory than its task.

use crate::facts::docker::CONTAINER_MEMORY_MIN;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `container-memory-over-task`
pub const RULE: Rule = Rule {
    id: "container-memory-over-task",
    severity: Severity::Error,
    what: "The container has more memory than the task.",
    consequence: "`register-task-definition` fails: *The 'memory' setting for container 'delegate' is greater than for the task.*",
    source: sources::TASK,
    check: |subject, problems| {
        let config = subject.config;
        if let (Some(own), Some(task)) = (config.container_memory.typed(), config.memory.typed())
            && own > task
            && task >= CONTAINER_MEMORY_MIN
        {
            let message = format!("`{own}` MiB; the task has `{task}`, and the container at most as much.");
            let fix = Fix::clear("Give it the task's memory", &fields::CONTAINER_MEMORY);
            problems.push(Problem::new(&fields::CONTAINER_MEMORY, message).fix(fix));
        }
    },
    fires: "memory=2048&container_memory=2049",
    quiet: "memory=2048&container_memory=2048",
};
