//! The stack waits for a service whose tasks do not start, because no circuit breaker ends the deployment.

use crate::choices::Way;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `cloudformation-circuit-breaker-off`
pub const RULE: Rule = Rule {
    id: "cloudformation-circuit-breaker-off",
    severity: Severity::Warning,
    what: "CloudFormation without the deployment circuit breaker.",
    consequence: "CloudFormation waits until the service is stable. If its tasks do not start, the stack hangs for about three hours before it rolls back. The circuit breaker ends the deployment after a few failed tasks.",
    source: sources::STACK_STUCK,
    check: |subject, problems| {
        let config = subject.config;
        if config.way == Way::CloudFormation && !config.circuit_breaker {
            let field = &fields::CIRCUIT_BREAKER;
            let message = "The circuit breaker is off; with CloudFormation, turn it on.";
            let fix = Fix::set("Turn on the circuit breaker", field, "true");
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "way=cloudformation&circuit_breaker=false",
    quiet: "way=terraform&circuit_breaker=false",
};
