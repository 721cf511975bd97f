//! Fargate limits how long a task may take to stop.

use crate::facts::limits::FARGATE_STOP_TIMEOUT;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `stop-timeout-range`
pub const RULE: Rule = Rule {
    id: "stop-timeout-range",
    severity: Severity::Error,
    what: "The stop timeout on Fargate is not 2 to 120 seconds.",
    consequence: "`register-task-definition` fails with *ClientException: … stopTimeout*.",
    source: links::TASK,
    check: |subject, problems| {
        let field = &fields::STOP_TIMEOUT;
        let Some(seconds) = subject.number(field).filter(|_| subject.config.is_fargate()) else {
            return;
        };
        if !FARGATE_STOP_TIMEOUT.contains(&seconds) {
            let message = format!("`{seconds}` seconds; Fargate allows `2` to `120`.");
            problems.push(Problem::new(field, message).fix(Fix::set("Use 120", field, "120")));
        }
    },
    fires: "stop_timeout=121",
    quiet: "stop_timeout=120",
};
