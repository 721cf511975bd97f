//! AWS IAM: accounts and roles.

/// Digits of an account's ID. Source: botocore's IAM `accountIdType`, read 2026-11.
pub const ACCOUNT_ID_DIGITS: usize = 12;

/// The longest name of a role, characters. Source: botocore's IAM `roleNameType`, read 2026-11.
pub const ROLE_NAME_MAX: usize = 64;
