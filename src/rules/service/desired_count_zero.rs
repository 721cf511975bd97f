//! The service has no replicas.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `desired-count-zero`
pub const RULE: Rule = Rule {
    id: "desired-count-zero",
    severity: Severity::Warning,
    what: "The service has no replica.",
    consequence: "ECS starts no task, and no delegate appears at Harness.",
    source: sources::SERVICE,
    check: |subject, problems| {
        let field = &fields::DESIRED_COUNT;
        if subject.number(field) == Some(0) {
            problems
                .push(Problem::new(field, "`0` replicas: nothing runs.").fix(Fix::set("Use 1", field, "1")));
        }
    },
    fires: "desired_count=0",
    quiet: "desired_count=1",
};
