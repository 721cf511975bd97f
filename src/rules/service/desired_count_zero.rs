//! No replica at all.

use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// `desired-count-zero`
pub static RULE: Rule = Rule {
    id: "desired-count-zero",
    severity: Severity::Warning,
    what: native("The service has no replica."),
    consequence: "ECS starts no task, and no delegate appears at Harness.",
    source: links::SERVICE,
    check: |subject, problems| {
        let field = &fields::DESIRED_COUNT;
        if subject.number(field) == Some(0) {
            problems
                .push(Problem::new(field, "`0` replicas: nothing runs.").fix(Fix::set("Use 1", field, "1")));
        }
    },
    fires: native("desired_count=0"),
    quiet: native("desired_count=1"),
};
