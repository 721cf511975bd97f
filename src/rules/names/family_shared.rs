//! The task definition family is the one that both samples in the documentation use.

use crate::facts::samples::FAMILY;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `family-shared`
pub const RULE: Rule = Rule {
    id: "family-shared",
    severity: Severity::Warning,
    what: "The family is the one that the documentation's EC2 and Fargate samples share.",
    consequence: "A service that names only a family takes its newest revision, whoever registered it: the EC2 service starts the Fargate task, or another delegate's.",
    source: sources::TASK,
    check: |subject, problems| {
        if subject.known(&fields::FAMILY).as_deref() == Some(FAMILY) {
            let suffix = if subject.config.is_fargate() {
                "fargate"
            } else {
                "ec2"
            };
            let own = format!("{FAMILY}-{suffix}");
            let fix = Fix::set(format!("Use {own}"), &fields::FAMILY, own.as_str());
            let message = format!("`{FAMILY}` is in every copy of the documentation's samples.");
            problems.push(Problem::new(&fields::FAMILY, message).fix(fix));
        }
    },
    fires: "start=docs",
    quiet: "start=recommended",
};
