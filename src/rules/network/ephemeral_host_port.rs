//! The port is in the range from which Linux and Docker assign ports.

use super::port::{is_reserved, static_port};
use crate::facts::docker::EPHEMERAL_PORTS_FROM;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `ephemeral-host-port`
pub const RULE: Rule = Rule {
    id: "ephemeral-host-port",
    severity: Severity::Warning,
    what: "The bridge network maps a port of the ephemeral range.",
    consequence: "Docker hands out ports from 32768 on to other containers: now and then the port is taken, and the task does not start.",
    source: sources::EC2_TASK,
    check: |subject, problems| {
        let port = static_port(subject).filter(|port| *port >= EPHEMERAL_PORTS_FROM && !is_reserved(*port));
        if let Some(port) = port {
            let message = format!("`{port}` is in the ephemeral range, `{EPHEMERAL_PORTS_FROM}` and above.");
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(Problem::new(&fields::CONTAINER_PORT, message).fix(fix));
        }
    },
    fires: "launch_type=EC2&container_port=32768",
    quiet: "launch_type=EC2&container_port=32767",
};
