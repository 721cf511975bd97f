//! ECS does not allow a host name in network mode awsvpc, because the task's network interface has one.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `hostname-awsvpc`
pub const RULE: Rule = Rule {
    id: "hostname-awsvpc",
    severity: Severity::Error,
    what: "A host name with the network mode awsvpc.",
    consequence: "`register-task-definition` fails: *hostname is not supported on container when networkMode=awsvpc.*",
    source: sources::TASK,
    check: |subject, problems| {
        let config = subject.config;
        if config.is_awsvpc() && !config.hostname.is_blank() {
            let why = if config.is_fargate() {
                "on Fargate"
            } else {
                "while subnets are given (awsvpc)"
            };
            let fix = Fix::clear("Clear it", &fields::HOSTNAME);
            problems
                .push(Problem::new(&fields::HOSTNAME, format!("No host name is allowed {why}.")).fix(fix));
        }
    },
    fires: "hostname=delegate-1",
    quiet: "launch_type=EC2&hostname=delegate-1",
};
