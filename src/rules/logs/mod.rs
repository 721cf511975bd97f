//! Rules about CloudWatch Logs.

mod log_group_format;
mod log_retention_unknown;
mod logs_missing;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    logs_missing::RULE,
    log_group_format::RULE,
    log_retention_unknown::RULE,
];
