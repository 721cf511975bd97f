//! The account and the roles.

mod aws_account_id_format;
mod execution_role_given;
mod execution_role_secrets;
mod role_arn_format;
mod s3_bucket_format;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[
    aws_account_id_format::RULE,
    role_arn_format::RULE,
    execution_role_secrets::RULE,
    execution_role_given::RULE,
    s3_bucket_format::RULE,
];
