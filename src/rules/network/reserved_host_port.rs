//! Ports of the instance that Docker, SSH and the ECS agent occupy.

use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// Source: the API's `PortMapping.hostPort`.
const RESERVED: [u64; 6] = [22, 2375, 2376, 51678, 51679, 51680];

/// Whether ECS has the port for itself on every instance.
pub fn is_reserved(port: u64) -> bool {
    RESERVED.contains(&port)
}

/// `reserved-host-port`
pub static RULE: Rule = Rule {
    id: "reserved-host-port",
    severity: Severity::Error,
    what: native("The bridge network maps a port that the instance has for itself."),
    consequence: "No instance can take the task: the service stays at 0 running tasks, with *unable to place a task … is already using a port required by your task* in its events.",
    source: links::EC2_TASK,
    check: |subject, problems| {
        if let Some(port) = super::static_port(subject).filter(|port| is_reserved(*port)) {
            let message = format!("`{port}` is taken on every instance (SSH, Docker, ECS agent).");
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(Problem::new(&fields::CONTAINER_PORT, message).fix(fix));
        }
    },
    fires: native("launch_type=EC2&container_port=51678"),
    quiet: native("launch_type=EC2&container_port=51677"),
};
