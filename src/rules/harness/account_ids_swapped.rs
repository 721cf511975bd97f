//! The Harness account ID is in the place of the AWS account ID, or the other way around.

use crate::aws::arn::Arn;
use crate::aws::names;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::harness::account_id;
use crate::rules::arns;
use crate::rules::rule::{Problem, Rule};

/// `account-ids-swapped`
pub const RULE: Rule = Rule {
    id: "account-ids-swapped",
    severity: Severity::Error,
    what: "The account IDs of Harness and AWS look swapped.",
    consequence: "Both call it the account ID: AWS's has 12 digits, Harness's 22 characters. The delegate cannot register, and ARNs name an account that does not exist.",
    source: sources::ACCOUNTS,
    check: |subject, problems| {
        let (harness, aws) = (&fields::ACCOUNT_ID, &fields::AWS_ACCOUNT_ID);
        let in_harness = subject.typed(harness).filter(|id| names::is_account_id(id));
        let in_aws = subject.typed(aws).filter(|id| account_id::is_account_id(id));
        let config = subject.config;
        if let Some(digits) = in_harness {
            let mut fix = Fix::set("Move it where it belongs", harness, in_aws.unwrap_or(""));
            // If a role belongs to another account, it would contradict the moved ID.
            let contradicts = [&config.execution_role_arn, &config.task_role_arn]
                .into_iter()
                .any(|arn| {
                    arn.typed()
                        .and_then(Arn::parse)
                        .is_some_and(|arn| arn.account != digits)
                });
            if in_aws.is_some() || (config.aws_account_id.is_blank() && !contradicts) {
                fix = fix.and(Edit::set(aws, if contradicts { "" } else { digits }));
            }
            problems.push(Problem::new(harness, format!("`{digits}` is an AWS account ID.")).fix(fix));
        }
        if let Some(id) = in_aws {
            let mut fix = Fix::clear("Move it where it belongs", aws);
            if config.account_id.is_blank() || in_harness.is_some() {
                fix = fix.and(Edit::set(harness, id));
            }
            problems.push(Problem::new(aws, format!("`{id}` is a Harness account ID.")).fix(fix));
        }
        for field in arns::FIELDS {
            let account = subject.typed(field).and_then(Arn::parse).map(|arn| arn.account);
            if let Some(id) = account.filter(|id| account_id::is_account_id(id)) {
                problems.push(Problem::new(
                    field,
                    format!("The ARN names Harness's account `{id}`, not AWS's."),
                ));
            }
        }
    },
    fires: "account_id=012345678901",
    quiet: "account_id=6_vVHzo9Qeu9fXvj-AcQCb&aws_account_id=012345678901",
};
