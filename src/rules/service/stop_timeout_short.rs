//! Running Harness tasks are cut off when the delegate is stopped.

use crate::facts::limits::FARGATE_STOP_TIMEOUT;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `stop-timeout-short`
pub const RULE: Rule = Rule {
    id: "stop-timeout-short",
    severity: Severity::Warning,
    what: "The delegate gets less than 120 seconds to finish what it runs.",
    consequence: "ECS kills the container after the stop timeout, 30 seconds if none is given; the pipeline steps that still run then fail.",
    source: links::SHUTDOWN,
    check: |subject, problems| {
        let (field, config) = (&fields::STOP_TIMEOUT, subject.config);
        let message = match subject.number(field) {
            Some(seconds)
                if seconds < 120 && (!config.is_fargate() || FARGATE_STOP_TIMEOUT.contains(&seconds)) =>
            {
                format!("`{seconds}` seconds; `120` let running tasks finish.")
            }
            None if config.stop_timeout.is_blank() => {
                "Blank means `30` seconds; `120` let running tasks finish.".to_owned()
            }
            _ => return,
        };
        problems.push(Problem::new(field, message).fix(Fix::set("Use 120", field, "120")));
    },
    fires: "stop_timeout=119",
    quiet: "stop_timeout=120",
};
