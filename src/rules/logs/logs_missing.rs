//! The container has no logs, so nobody can see why a delegate does not start.

use crate::aws::names::is_log_group;
use crate::facts::logs::RETENTION_DAYS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `logs-missing`
pub const RULE: Rule = Rule {
    id: "logs-missing",
    severity: Severity::Warning,
    what: "The container's output goes nowhere.",
    consequence: "A delegate that doesn't start or register leaves no trace: on Fargate nobody can look into the task afterwards.",
    source: sources::LOGS,
    check: |subject, problems| {
        let config = subject.config;
        if !config.has_logs() {
            let mut fix = Fix::set("Write to CloudWatch Logs", &fields::LOGS, "awslogs");
            // These fields take effect with the logs, so clear them if they are invalid.
            if config.log_group.typed().is_some_and(|name| !is_log_group(name)) {
                fix = fix.and(Edit::clear(&fields::LOG_GROUP));
            }
            if config
                .log_retention
                .typed()
                .is_some_and(|days| !RETENTION_DAYS.contains(&days))
            {
                fix = fix.and(Edit::clear(&fields::LOG_RETENTION));
            }
            problems.push(Problem::new(&fields::LOGS, "There is no log outside Harness.").fix(fix));
        }
    },
    fires: "logs=none",
    quiet: "logs=awslogs",
};
