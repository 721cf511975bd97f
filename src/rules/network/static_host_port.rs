//! Only one task can use a given port of a container instance.

use super::port::{is_reserved, static_port};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `static-host-port`
pub const RULE: Rule = Rule {
    id: "static-host-port",
    severity: Severity::Warning,
    what: "The bridge network maps a fixed port of the instance.",
    consequence: "One task per instance: a second replica and every rolling update wait, with *is already using a port required by your task* in the events. Nothing connects to a delegate.",
    source: sources::EC2_TASK,
    check: |subject, problems| {
        if let Some(port) = static_port(subject).filter(|port| !is_reserved(*port)) {
            let message = match subject.config.desired_count.number() {
                Some(count @ 2..) => format!(
                    "`{port}` on the instance: `{count}` replicas need `{count}` instances, and one more to update."
                ),
                _ => format!("`{port}` on the instance: an update needs a second instance."),
            };
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(Problem::new(&fields::CONTAINER_PORT, message).fix(fix));
        }
    },
    fires: "launch_type=EC2&container_port=8080&desired_count=2",
    quiet: "launch_type=FARGATE&container_port=8080&desired_count=2",
};
