//! The service has one replica: if its task stops, no delegate runs until ECS has replaced it.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `desired-count-one`
pub const RULE: Rule = Rule {
    id: "desired-count-one",
    severity: Severity::Info,
    what: "The service has only one replica.",
    consequence: "When its task is lost, no pipeline that selects this delegate runs until ECS has started another.",
    source: sources::REQUIREMENTS,
    check: |subject, problems| {
        let field = &fields::DESIRED_COUNT;
        if subject.number(field) == Some(1) || subject.config.desired_count.is_blank() {
            problems.push(
                Problem::new(field, "`1` replica; two survive the loss of one.")
                    .fix(Fix::set("Use 2", field, "2")),
            );
        }
    },
    fires: "desired_count=",
    quiet: "desired_count=2",
};
