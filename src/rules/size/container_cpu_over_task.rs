//! The container has more CPU than its task.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `container-cpu-over-task`
pub const RULE: Rule = Rule {
    id: "container-cpu-over-task",
    severity: Severity::Error,
    what: "The container has more CPU than the task.",
    consequence: "`register-task-definition` fails: *The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value.*",
    source: sources::TASK,
    check: |subject, problems| {
        let config = subject.config;
        if let (Some(own), Some(task)) = (config.container_cpu.typed(), config.cpu.typed())
            && own > task
        {
            let message =
                format!("`{own}` CPU units; the task has `{task}`, and the container at most as many.");
            let fix = Fix::clear("Let it have all of the task's", &fields::CONTAINER_CPU);
            problems.push(Problem::new(&fields::CONTAINER_CPU, message).fix(fix));
        }
    },
    fires: "cpu=1024&container_cpu=1025",
    quiet: "cpu=1024&container_cpu=1024",
};
