//! ECS does not check whether the delegate is healthy.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `health-check-absent`
pub const RULE: Rule = Rule {
    id: "health-check-absent",
    severity: Severity::Info,
    what: "The container has no health check.",
    consequence: "ECS ignores the check that is built into the image: a delegate that hangs or lost its registration runs on, and no pipeline finds it.",
    source: sources::HEALTH_CHECK,
    check: |subject, problems| {
        if !subject.config.health_check {
            let fix = Fix::set("Ask the delegate's endpoint", &fields::HEALTH_CHECK, "true");
            problems.push(
                Problem::new(&fields::HEALTH_CHECK, "ECS doesn't notice a delegate that hangs.").fix(fix),
            );
        }
    },
    fires: "health_check=false",
    quiet: "health_check=true",
};
