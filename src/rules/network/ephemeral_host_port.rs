//! Ports from which Linux and Docker deal out to everybody.

use super::reserved_host_port::is_reserved;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// `ephemeral-host-port`
pub static RULE: Rule = Rule {
    id: "ephemeral-host-port",
    severity: Severity::Warning,
    what: native("The bridge network maps a port of the ephemeral range."),
    consequence: "Docker hands out ports from 32768 on to other containers: now and then the port is taken, and the task does not start.",
    source: links::EC2_TASK,
    check: |subject, problems| {
        let port = super::static_port(subject).filter(|port| *port >= 32768 && !is_reserved(*port));
        if let Some(port) = port {
            let message = format!("`{port}` is in the ephemeral range, `32768` and above.");
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(Problem::new(&fields::CONTAINER_PORT, message).fix(fix));
        }
    },
    fires: native("launch_type=EC2&container_port=32768"),
    quiet: native("launch_type=EC2&container_port=32767"),
};
