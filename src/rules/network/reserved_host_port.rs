//! SSH, Docker or the ECS agent already uses this port of the container instance.

use super::port::{is_reserved, static_port};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `reserved-host-port`
pub const RULE: Rule = Rule {
    id: "reserved-host-port",
    severity: Severity::Error,
    what: "The bridge network maps a port that the instance has for itself.",
    consequence: "No instance can take the task: the service stays at 0 running tasks, with *unable to place a task … is already using a port required by your task* in its events.",
    source: sources::EC2_TASK,
    check: |subject, problems| {
        if let Some(port) = static_port(subject).filter(|port| is_reserved(*port)) {
            let message = format!("`{port}` is taken on every instance (SSH, Docker, ECS agent).");
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(Problem::new(&fields::CONTAINER_PORT, message).fix(fix));
        }
    },
    fires: "launch_type=EC2&container_port=51678",
    quiet: "launch_type=EC2&container_port=51677",
};
