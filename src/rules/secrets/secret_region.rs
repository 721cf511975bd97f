//! A secret in another Region than the task.

use super::arn;
use crate::finding::{Severity, short};
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// `secret-region`
pub static RULE: Rule = Rule {
    id: "secret-region",
    severity: Severity::Warning,
    what: native("A secret is in another Region than the task."),
    consequence: "Every start of a task depends on both Regions, and the key that encrypts the secret must allow it; most often the ARN is another environment's.",
    source: links::SECRETS,
    check: |subject, problems| {
        let Some(region) = subject.known_region() else {
            return;
        };
        for (field, row, text) in arn::all(subject) {
            let Some(arn) = arn::parse(text).ok().and_then(|secret| secret.arn) else {
                continue;
            };
            if arn.region != region {
                let message = format!(
                    "The secret is in `{}`, the task in `{region}`.",
                    short(arn.region)
                );
                let mut problem = Problem::new(field, message);
                problem.row = row;
                problems.push(problem);
            }
        }
    },
    fires: native("region=eu-central-1"),
    quiet: native("region=us-west-2"),
};
