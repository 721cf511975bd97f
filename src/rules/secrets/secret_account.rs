//! A secret is in another AWS account than the task.

use super::given;
use crate::aws::names;
use crate::aws::secret::SecretReference;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `secret-account`
pub const RULE: Rule = Rule {
    id: "secret-account",
    severity: Severity::Warning,
    what: "A secret belongs to another account than the task.",
    consequence: "Tasks stop with *ResourceInitializationError: unable to pull secrets*, unless that secret's own policy and its KMS key admit this account's execution role; often one of the two account IDs is a typing error.",
    source: sources::SECRETS,
    check: |subject, problems| {
        // Compare only with a typed account ID: a derived one comes from such an ARN.
        let own = subject
            .typed(&fields::AWS_ACCOUNT_ID)
            .filter(|id| names::is_account_id(id));
        let Some(own) = own else { return };
        for (field, row, text) in given::all(subject) {
            let Some(arn) = SecretReference::parse(text).ok().and_then(|secret| secret.arn) else {
                continue;
            };
            if names::is_account_id(arn.account) && arn.account != own {
                let message = format!(
                    "The secret is of account `{}`; the AWS account ID is `{own}`.",
                    arn.account
                );
                let fix = Fix::set(
                    format!("Use account {}", arn.account),
                    &fields::AWS_ACCOUNT_ID,
                    arn.account,
                );
                // If the form also has a role's ARN, only the user knows which account ID is wrong.
                let config = subject.config;
                let is_alone = config.execution_role_arn.is_blank() && config.task_role_arn.is_blank();
                let is_meant = field == &fields::TOKEN_SECRET_ARN && is_alone;
                problems.push(
                    Problem::new(field, message)
                        .fix_if(is_meant.then_some(fix))
                        .row_if(row),
                );
            }
        }
    },
    fires: "aws_account_id=999999999999",
    quiet: "aws_account_id=012345678901",
};
