//! CloudWatch Logs.

mod log_group_format;
mod log_retention_unknown;
mod logs_missing;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[
    logs_missing::RULE,
    log_group_format::RULE,
    log_retention_unknown::RULE,
];
