//! ECS cannot resolve the reference to a secret.

use super::given;
use crate::aws::arn::Arn;
use crate::aws::secret::{Malformed, SecretReference};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::harness::account_id;
use crate::rules::rule::{Problem, Rule};

/// `secret-arn-format`
pub const RULE: Rule = Rule {
    id: "secret-arn-format",
    severity: Severity::Error,
    what: "A secret's ARN is malformed.",
    consequence: "The service stays at 0 running tasks: *ResourceInitializationError: unable to pull secrets or registry auth*. The form is `arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf`, and for one key of it `:key::` behind.",
    source: sources::SECRETS,
    check: |subject, problems| {
        for (field, row, text) in given::all(subject) {
            // `account-ids-swapped` flags a Harness account ID.
            let is_swapped =
                |arn: Arn| field != &fields::SECRET_ENV && account_id::is_account_id(arn.account);
            if Arn::parse(text).is_some_and(is_swapped) {
                continue;
            }
            let Malformed { what, meant } = match SecretReference::parse(text) {
                Err(malformed) => malformed,
                // A name is that of a parameter, and these fields are for secrets.
                Ok(secret) if secret.arn.is_none() && field != &fields::SECRET_ENV => Malformed {
                    what: "is a name; the whole ARN is needed.",
                    meant: None,
                },
                Ok(_) => continue,
            };
            let fix =
                meant.map(|meant| given::instead(subject, field, row, "Put the colons right".into(), &meant));
            problems.push(
                Problem::new(field, format!("`{}` {what}", short(text)))
                    .fix_if(fix)
                    .row_if(row),
            );
        }
    },
    fires: "secret_env=NEXUS=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6:key",
    quiet: "secret_env=NEXUS=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6:key::",
};
