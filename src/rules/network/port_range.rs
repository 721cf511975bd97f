//! The port is not a TCP port.

use crate::facts::network::PORTS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `port-range`
pub const RULE: Rule = Rule {
    id: "port-range",
    severity: Severity::Error,
    what: "A port is not 1 to 65535.",
    consequence: "`register-task-definition` fails with *ClientException*; the delegate cannot reach a proxy on such a port.",
    source: sources::TASK,
    check: |subject, problems| {
        for field in [&fields::CONTAINER_PORT, &fields::PROXY_PORT] {
            if let Some(port) = subject.number(field).filter(|port| !PORTS.contains(port)) {
                let message = format!("`{port}`; ports are `{}` to `{}`.", PORTS.start(), PORTS.end());
                // Do not clear the proxy's port, because the proxy needs one.
                let fix = (field == &fields::CONTAINER_PORT).then(|| Fix::clear("Clear it", field));
                problems.push(Problem::new(field, message).fix_if(fix));
            }
        }
    },
    fires: "container_port=65536",
    quiet: "container_port=65535",
};
