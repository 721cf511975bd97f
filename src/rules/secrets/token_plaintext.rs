//! The task definition contains the delegate token or the proxy password in plain text.

use super::{given, kms_key_format};
use crate::choices::TokenSource;
use crate::config::TextValue;
use crate::facts::sources;
use crate::fields::{self, Field};
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// `token-plaintext`
pub const RULE: Rule = Rule {
    id: "token-plaintext",
    severity: Severity::Warning,
    what: "The token or the proxy's password stands in the task definition in plain text.",
    consequence: "Everyone who may call *ecs:DescribeTaskDefinition* sees it, and old revisions keep it for ever. With the token, anybody can register a delegate in your account.",
    source: sources::SECRETS,
    check: |subject, problems| {
        let config = subject.config;
        if config.token_source == TokenSource::Plain {
            let fix =
                Fix::set(KEEP, &fields::TOKEN_SOURCE, "secretsmanager").and(Edit::clear(&fields::TOKEN));
            let fix = without_unsound(subject, fix, &config.token_secret_arn, &fields::TOKEN_SECRET_ARN);
            let message = "The token will stand in the task definition, readable.";
            problems.push(Problem::new(&fields::TOKEN, message).fix(fix));
        }
        if !config.proxy_host.is_blank() && !config.proxy_password.is_blank() {
            let field = &fields::PROXY_PASSWORD;
            let fix = Fix::clear(KEEP, field);
            let secret = &fields::PROXY_PASSWORD_SECRET_ARN;
            let fix = without_unsound(subject, fix, &config.proxy_password_secret_arn, secret);
            let message = "The password will stand in the task definition, readable.";
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "token_source=plain&token=not-a-real-token",
    quiet: "token_source=secretsmanager",
};

const KEEP: &str = "Keep it in Secrets Manager (the script will ask for it)";

/// Adds edits to the fix that clear an invalid ARN or KMS key, which would take effect with the fix.
fn without_unsound(subject: &Subject, mut fix: Fix, arn: &TextValue, field: &'static Field) -> Fix {
    if arn.typed().is_some_and(|text| !given::is_sound(subject, text)) {
        fix = fix.and(Edit::clear(field));
    }
    let key = &fields::KMS_KEY_ID;
    let wakes = subject
        .config
        .kms_key_id
        .typed()
        .filter(|_| !subject.applies(key));
    match wakes {
        Some(text) if !kms_key_format::is_sound(subject, text) => fix.and(Edit::clear(key)),
        _ => fix,
    }
}
