//! Rules about the delegate token, the proxy password, and other values from Secrets Manager and Systems Manager.

pub mod given;
mod kms_key_format;
mod secret_account;
mod secret_arn_format;
mod secret_arn_partial;
mod secret_in_text;
mod secret_region;
mod token_format;
mod token_plaintext;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    token_plaintext::RULE,
    token_format::RULE,
    secret_arn_format::RULE,
    secret_arn_partial::RULE,
    secret_region::RULE,
    secret_account::RULE,
    kms_key_format::RULE,
    secret_in_text::RULE,
];
