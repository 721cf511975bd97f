//! Fargate Spot can stop the delegate while pipelines run.

use crate::facts::fargate::{ON_DEMAND, SPOT};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `spot-interruption`
pub const RULE: Rule = Rule {
    id: "spot-interruption",
    severity: Severity::Warning,
    what: "The delegate runs on Fargate Spot.",
    consequence: "AWS may take the task away with two minutes' notice; the pipelines that it runs then fail.",
    source: sources::CAPACITY,
    check: |subject, problems| {
        if subject.config.is_fargate() && subject.typed(&fields::CAPACITY) == Some(SPOT) {
            let fix = Fix::set(format!("Use {ON_DEMAND}"), &fields::CAPACITY, ON_DEMAND);
            problems.push(
                Problem::new(
                    &fields::CAPACITY,
                    format!("`{SPOT}` may stop the delegate at any time."),
                )
                .fix(fix),
            );
        }
    },
    fires: "capacity=FARGATE_SPOT",
    quiet: "capacity=FARGATE",
};
