//! The secret that is created is named after the delegate.

use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::{Problem, Rule};

/// `secret-name-format`
pub static RULE: Rule = Rule {
    id: "secret-name-format",
    severity: Severity::Error,
    what: "The secret that is to be created cannot have the delegate's name.",
    consequence: "`create-secret` fails: *Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!*.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
    check: |subject, problems| {
        let field = &fields::DELEGATE_NAME;
        let Some(name) = subject.typed(field) else { return };
        let is_created = subject
            .deployment
            .secrets
            .iter()
            .any(|secret| secret.arn.is_none());
        let is_name = |name: &str| {
            name.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"/_+=.@-".contains(&b))
        };
        if is_created && !is_name(name) {
            problems.push(Problem::new(
                field,
                format!(
                    "`harness/{}` has other characters than `A-Za-z0-9/_+=.@-`.",
                    short(name)
                ),
            ));
        } else if is_created && name.len() > 480 {
            problems.push(Problem::new(
                field,
                format!("It has {} characters; secrets have 512 at most.", name.len()),
            ));
        }
    },
    fires: "delegate_name=build+blue&token_secret_arn=",
    quiet: "delegate_name=build+blue",
};
