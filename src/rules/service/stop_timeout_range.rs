//! Fargate does not allow this stop timeout.

use super::stop_timeout::longest;
use crate::facts::fargate::STOP_TIMEOUT;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `stop-timeout-range`
pub const RULE: Rule = Rule {
    id: "stop-timeout-range",
    severity: Severity::Error,
    what: "The stop timeout on Fargate is not 2 to 120 seconds.",
    consequence: "`register-task-definition` fails with *ClientException: … stopTimeout*.",
    source: sources::TASK,
    check: |subject, problems| {
        let field = &fields::STOP_TIMEOUT;
        let Some(seconds) = subject.number(field).filter(|_| subject.config.is_fargate()) else {
            return;
        };
        if !STOP_TIMEOUT.contains(&seconds) {
            let message = format!(
                "`{seconds}` seconds; Fargate allows `{}` to `{}`.",
                STOP_TIMEOUT.start(),
                STOP_TIMEOUT.end()
            );
            problems.push(Problem::new(field, message).fix(longest()));
        }
    },
    fires: "stop_timeout=121",
    quiet: "stop_timeout=120",
};
