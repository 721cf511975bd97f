//! The stop timeout is longer than the maximum that AWS documents.

use super::stop_timeout::longest;
use crate::facts::ecs::STOP_TIMEOUT_MAX;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `stop-timeout-long-ec2`
pub const RULE: Rule = Rule {
    id: "stop-timeout-long-ec2",
    severity: Severity::Warning,
    what: "The stop timeout on EC2 is more than 120 seconds.",
    consequence: "AWS documents no more than 120 seconds; whether the agent waits longer depends on its version and settings.",
    source: sources::EC2_TASK,
    check: |subject, problems| {
        let field = &fields::STOP_TIMEOUT;
        let seconds = subject
            .number(field)
            .filter(|seconds| *seconds > STOP_TIMEOUT_MAX && !subject.config.is_fargate());
        if let Some(seconds) = seconds {
            let message =
                format!("`{seconds}` seconds; `{STOP_TIMEOUT_MAX}` is the most that AWS documents.");
            problems.push(Problem::new(field, message).fix(longest()));
        }
    },
    fires: "launch_type=EC2&stop_timeout=121",
    quiet: "launch_type=EC2&stop_timeout=120",
};
