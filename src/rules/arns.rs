//! The list of fields that hold one ARN.

use crate::fields::{self, Field};

/// All fields that hold one ARN.
pub const FIELDS: [&Field; 5] = [
    &fields::TOKEN_SECRET_ARN,
    &fields::PROXY_PASSWORD_SECRET_ARN,
    &fields::EXECUTION_ROLE_ARN,
    &fields::TASK_ROLE_ARN,
    &fields::KMS_KEY_ID,
];
