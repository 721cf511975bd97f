//! On EC2, the task or the container needs a memory size.

use crate::config::Given;
use crate::facts::harness::MIN_MEMORY;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `ec2-memory-missing`
pub const RULE: Rule = Rule {
    id: "ec2-memory-missing",
    severity: Severity::Error,
    what: "A task on EC2 has no memory, and neither has its container.",
    consequence: "`register-task-definition` fails: *Invalid setting for container 'delegate'. At least one of 'memory' or 'memoryReservation' must be specified.*",
    source: sources::EC2_TASK,
    check: |subject, problems| {
        let config = subject.config;
        let is_blank = |given: &Given<u64>| *given == Given::Blank;
        if !config.is_fargate() && is_blank(&config.memory.given) && is_blank(&config.container_memory.given)
        {
            let message = format!(
                "Neither the task nor the container has memory; the delegate wants `{MIN_MEMORY}` MiB."
            );
            let fix = Fix::set(
                format!("Use {MIN_MEMORY}"),
                &fields::MEMORY,
                MIN_MEMORY.to_string(),
            );
            problems.push(Problem::new(&fields::MEMORY, message).fix(fix));
        }
    },
    fires: "launch_type=EC2&memory=",
    quiet: "launch_type=EC2&memory=&container_memory=2048",
};
