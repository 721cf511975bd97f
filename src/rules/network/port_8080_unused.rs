//! Port 8080 of the documentation's samples leads to nothing.

use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// `port-8080-unused`
pub static RULE: Rule = Rule {
    id: "port-8080-unused",
    severity: Severity::Info,
    what: native("The delegate maps port 8080."),
    consequence: "8080 is the delegate's gRPC connector, which is off unless GRPC_SERVICE_ENABLED is true. The delegate calls Harness; nothing connects in.",
    source: links::ON_ECS,
    check: |subject, problems| {
        if subject.number(&fields::CONTAINER_PORT) == Some(8080) {
            let fix = Fix::clear("Map no port", &fields::CONTAINER_PORT);
            problems.push(Problem::new(&fields::CONTAINER_PORT, "Nothing listens on `8080`.").fix(fix));
        }
    },
    fires: native("container_port=8080"),
    quiet: native("container_port=3460"),
};
