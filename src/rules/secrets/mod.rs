//! The token, the proxy's password, and what else comes from Secrets Manager and Systems Manager.

pub mod arn;
pub mod kms_key_format;
pub mod secret_account;
pub mod secret_arn_format;
pub mod secret_arn_partial;
pub mod secret_region;
pub mod token_format;
pub mod token_plaintext;
