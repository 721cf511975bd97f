//! A secret's ARN without the six characters that AWS appended.

use super::arn;
use crate::finding::{Severity, short};
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `secret-arn-partial`
pub const RULE: Rule = Rule {
    id: "secret-arn-partial",
    severity: Severity::Warning,
    what: "A secret's ARN lacks the dash and six characters at its end.",
    consequence: "IAM compares the whole ARN, so the execution role may not read the secret: *AccessDeniedException … secretsmanager:GetSecretValue*, and the task does not start.",
    source: links::SECRETS,
    check: |subject, problems| {
        for (field, row, text) in arn::all(subject) {
            let Some(secret) = arn::parse(text).ok().filter(arn::Secret::is_secret) else {
                continue;
            };
            let end = secret
                .name
                .len()
                .checked_sub(7)
                .and_then(|at| secret.name.get(at..));
            let is_whole = end.is_some_and(|end| {
                end.starts_with('-') && end[1..].bytes().all(|b| b.is_ascii_alphanumeric())
            });
            if !is_whole {
                let message = format!("`{}` does not end in `-` and six characters.", short(secret.name));
                problems.push(Problem::new(field, message).row_if(row));
            }
        }
    },
    fires: "token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:token",
    quiet: "token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:token-a1B2c3",
};
