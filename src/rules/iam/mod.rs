//! Rules about the AWS account, the IAM roles, and the S3 bucket that the task role can read.

mod assume_role_format;
mod aws_account_id_format;
mod execution_role_given;
mod execution_role_secrets;
mod existing_role;
mod role_arn_format;
mod role_policy_too_large;
mod s3_bucket_format;
mod task_role_given;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    aws_account_id_format::RULE,
    role_arn_format::RULE,
    execution_role_secrets::RULE,
    execution_role_given::RULE,
    task_role_given::RULE,
    assume_role_format::RULE,
    role_policy_too_large::RULE,
    s3_bucket_format::RULE,
];
