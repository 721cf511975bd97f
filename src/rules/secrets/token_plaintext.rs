//! A secret stands in the task definition itself.

use super::arn;
use crate::choices::TokenSource;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::{Problem, Rule, links};

/// `token-plaintext`
pub static RULE: Rule = Rule {
    id: "token-plaintext",
    severity: Severity::Warning,
    what: "The token or the proxy's password stands in the task definition in plain text.",
    consequence: "Whoever may call *ecs:DescribeTaskDefinition*, and every log of it, sees it; old revisions keep it for ever. With the token anybody can register a delegate in your account.",
    source: links::SECRETS,
    check: |subject, problems| {
        let config = subject.config;
        if config.token_source == TokenSource::Plain {
            let mut fix = Fix::set(
                "Keep it in Secrets Manager (the script will ask for it)",
                &fields::TOKEN_SOURCE,
                "secretsmanager",
            )
            .and(Edit::clear(&fields::TOKEN));
            if config
                .token_secret_arn
                .typed()
                .is_some_and(|text| !arn::is_sound(subject, text))
            {
                fix = fix.and(Edit::clear(&fields::TOKEN_SECRET_ARN));
            }
            problems.push(
                Problem::new(
                    &fields::TOKEN,
                    "The token will stand in the task definition, readable.",
                )
                .fix(fix),
            );
        }
        if !config.proxy_host.is_blank() && !config.proxy_password.is_blank() {
            let mut fix = Fix::clear(
                "Keep it in Secrets Manager (the script will ask for it)",
                &fields::PROXY_PASSWORD,
            );
            if config
                .proxy_password_secret_arn
                .typed()
                .is_some_and(|text| !arn::is_sound(subject, text))
            {
                fix = fix.and(Edit::clear(&fields::PROXY_PASSWORD_SECRET_ARN));
            }
            problems.push(
                Problem::new(
                    &fields::PROXY_PASSWORD,
                    "The password will stand in the task definition, readable.",
                )
                .fix(fix),
            );
        }
    },
    fires: "token_source=plain&token=not-a-real-token",
    quiet: "token_source=secretsmanager",
};
