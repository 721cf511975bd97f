//! The account and the roles.

pub mod aws_account_id_format;
pub mod execution_role_given;
pub mod execution_role_secrets;
pub mod role_arn_format;
pub mod s3_bucket_format;
