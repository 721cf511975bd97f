//! What was given as a secret is none that ECS resolves.

use super::arn;
use crate::facts::limits;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `secret-arn-format`
pub const RULE: Rule = Rule {
    id: "secret-arn-format",
    severity: Severity::Error,
    what: "A secret's ARN is malformed.",
    consequence: "The service stays at 0 running tasks: *ResourceInitializationError: unable to pull secrets or registry auth*. The form is `arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf`, and for one key of it `:key::` behind.",
    source: links::SECRETS,
    check: |subject, problems| {
        for (field, row, text) in arn::all(subject) {
            // A Harness ID as the account is `account-ids-swapped`.
            let is_swapped =
                |arn: limits::Arn| field != &fields::SECRET_ENV && limits::is_harness_account_id(arn.account);
            if limits::arn(text).is_some_and(is_swapped) {
                continue;
            }
            let (wrong, meant) = match arn::parse(text) {
                Err(wrong) => wrong,
                // IAM takes ARNs only, and the role that is created must name what it may read.
                Ok(secret)
                    if secret.arn.is_none()
                        && (field != &fields::SECRET_ENV || subject.config.creates_execution_role()) =>
                {
                    ("is a name; the whole ARN is needed.", None)
                }
                Ok(_) => continue,
            };
            let fix =
                meant.map(|meant| arn::instead(subject, field, row, "Put the colons right".into(), &meant));
            problems.push(
                Problem::new(field, format!("`{}` {wrong}", short(text)))
                    .fix_if(fix)
                    .row_if(row),
            );
        }
    },
    fires: "secret_env=NEXUS=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6:key",
    quiet: "secret_env=NEXUS=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6:key::",
};
