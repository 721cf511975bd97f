//! The ARN of the KMS key is malformed.

use crate::aws::arn::Arn;
use crate::aws::names;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::harness::account_id;
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// `kms-key-format`
pub const RULE: Rule = Rule {
    id: "kms-key-format",
    severity: Severity::Error,
    what: "The KMS key is not given by its ARN.",
    consequence: "IAM refuses the policy (*MalformedPolicyDocument*), or it allows nothing: IAM does not accept an alias as a key. The task then stops with *AccessDeniedException … kms:Decrypt*.",
    source: sources::KMS_POLICIES,
    check: |subject, problems| {
        let field = &fields::KMS_KEY_ID;
        let Some(key) = subject.typed(field) else { return };
        if !Arn::parse(key).is_some_and(is_key) {
            let message = format!("`{}` is not `arn:aws:kms:REGION:ACCOUNT:key/…`.", short(key));
            problems.push(Problem::new(field, message));
        }
    },
    fires: "kms_key_id=alias/harness",
    quiet: "kms_key_id=arn:aws:kms:us-west-2:012345678901:key/mrk-0123456789abcdef",
};

fn is_key(arn: Arn) -> bool {
    let id = arn.resource.strip_prefix("key/").unwrap_or("");
    arn.service == "kms"
        && arn.is_of_aws()
        && !arn.region.is_empty()
        // `account-ids-swapped` flags a Harness account ID.
        && (names::is_account_id(arn.account) || account_id::is_account_id(arn.account))
        && !id.is_empty()
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Whether the text is a KMS key on which no rule would report an error in this configuration.
pub fn is_sound(subject: &Subject, key: &str) -> bool {
    Arn::parse(key).is_some_and(|arn| {
        is_key(arn) && names::is_account_id(arn.account) && arn.partition == subject.config.partition()
    })
}
