//! The delegate does not listen on port 8080, which the documentation's samples map.

use crate::facts::delegate::GRPC_PORT;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `port-8080-unused`
pub const RULE: Rule = Rule {
    id: "port-8080-unused",
    severity: Severity::Info,
    what: "The delegate maps port 8080.",
    consequence: "8080 is the delegate's gRPC connector, which is off unless GRPC_SERVICE_ENABLED is true. The delegate calls Harness; nothing connects in.",
    source: sources::ON_ECS,
    check: |subject, problems| {
        if subject.number(&fields::CONTAINER_PORT) == Some(GRPC_PORT) {
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(
                Problem::new(
                    &fields::CONTAINER_PORT,
                    format!("Nothing listens on `{GRPC_PORT}`."),
                )
                .fix(fix),
            );
        }
    },
    fires: "container_port=8080",
    quiet: "container_port=3460",
};
