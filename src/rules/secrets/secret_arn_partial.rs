//! A secret's ARN lacks the six characters that AWS appends to the name.

use super::given;
use crate::aws::secret::SecretReference;
use crate::facts::sources;
use crate::finding::{Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `secret-arn-partial`
pub const RULE: Rule = Rule {
    id: "secret-arn-partial",
    severity: Severity::Warning,
    what: "A secret's ARN lacks the dash and six characters at its end.",
    consequence: "IAM compares the whole ARN, so the execution role may not read the secret: *AccessDeniedException … secretsmanager:GetSecretValue*, and the task does not start.",
    source: sources::SECRETS,
    check: |subject, problems| {
        for (field, row, text) in given::all(subject) {
            let Some(secret) = SecretReference::parse(text)
                .ok()
                .filter(SecretReference::is_secret)
            else {
                continue;
            };
            if !secret.is_whole() {
                let message = format!("`{}` does not end in `-` and six characters.", short(secret.name));
                problems.push(Problem::new(field, message).row_if(row));
            }
        }
    },
    fires: "token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:token",
    quiet: "token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:token-a1B2c3",
};
