//! CloudWatch Logs.

pub mod log_group_format;
pub mod log_retention_unknown;
pub mod logs_missing;
