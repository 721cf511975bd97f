//! The stop timeout is too short for running Harness tasks to finish.

use super::stop_timeout::longest;
use crate::facts::ecs::{STOP_TIMEOUT_DEFAULT, STOP_TIMEOUT_MAX};
use crate::facts::fargate::STOP_TIMEOUT;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `stop-timeout-short`
pub const RULE: Rule = Rule {
    id: "stop-timeout-short",
    severity: Severity::Warning,
    what: "The delegate gets less than 120 seconds to finish what it runs.",
    consequence: "ECS kills the container after the stop timeout, 30 seconds if none is given; the pipeline steps that still run then fail.",
    source: sources::SHUTDOWN,
    check: |subject, problems| {
        let (field, config) = (&fields::STOP_TIMEOUT, subject.config);
        let message = match subject.number(field) {
            Some(seconds)
                if seconds < STOP_TIMEOUT_MAX
                    && (!config.is_fargate() || STOP_TIMEOUT.contains(&seconds)) =>
            {
                format!("`{seconds}` seconds; `{STOP_TIMEOUT_MAX}` let running tasks finish.")
            }
            None if config.stop_timeout.is_blank() => {
                format!(
                    "Blank means `{STOP_TIMEOUT_DEFAULT}` seconds; `{STOP_TIMEOUT_MAX}` let running tasks finish."
                )
            }
            _ => return,
        };
        problems.push(Problem::new(field, message).fix(longest()));
    },
    fires: "stop_timeout=119",
    quiet: "stop_timeout=120",
};
