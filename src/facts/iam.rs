//! AWS IAM: accounts and roles.

/// The number of digits in an AWS account ID. Source: botocore's IAM `accountIdType`, read 2026-11.
pub const ACCOUNT_ID_DIGITS: usize = 12;

/// The maximum length of a role name, in characters. Source: botocore's IAM `roleNameType`, read 2026-11.
pub const ROLE_NAME_MAX: usize = 64;
