//! A secret is in another Region than the task.

use super::given;
use crate::aws::secret::SecretReference;
use crate::facts::sources;
use crate::finding::{Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `secret-region`
pub const RULE: Rule = Rule {
    id: "secret-region",
    severity: Severity::Warning,
    what: "A secret is in another Region than the task.",
    consequence: "Every start of a task depends on both Regions, and the key that encrypts the secret must allow it; most often the ARN is another environment's.",
    source: sources::SECRETS,
    check: |subject, problems| {
        let Some(region) = subject.known_region() else {
            return;
        };
        for (field, row, text) in given::all(subject) {
            let Some(arn) = SecretReference::parse(text).ok().and_then(|secret| secret.arn) else {
                continue;
            };
            if arn.region != region {
                let message = format!(
                    "The secret is in `{}`, the task in `{region}`.",
                    short(arn.region)
                );
                problems.push(Problem::new(field, message).row_if(row));
            }
        }
    },
    fires: "region=eu-central-1",
    quiet: "region=us-west-2",
};
