//! The task's only container can use much less memory than the task has.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// The difference between the task's memory and the container's limit that the rule ignores, in MiB.
const SLACK: u64 = 256;

/// `memory-unreachable`
pub const RULE: Rule = Rule {
    id: "memory-unreachable",
    severity: Severity::Warning,
    what: "The container may not use much of the task's memory.",
    consequence: "The limit is hard: the container is killed there (*OutOfMemoryError: Container killed due to memory usage*), while the rest of the task's memory is paid for and idle.",
    source: sources::TASK,
    check: |subject, problems| {
        let config = subject.config;
        if let (Some(own), Some(task)) = (config.container_memory.typed(), config.memory.typed())
            && own.saturating_add(SLACK) < task
        {
            let message = format!(
                "`{own}` of the task's `{task}` MiB: {} MiB cannot be used.",
                task - own
            );
            let fix = Fix::clear("Give it the task's memory", &fields::CONTAINER_MEMORY);
            problems.push(Problem::new(&fields::CONTAINER_MEMORY, message).fix(fix));
        }
    },
    fires: "memory=2048&container_memory=1791",
    quiet: "memory=2048&container_memory=1792",
};
