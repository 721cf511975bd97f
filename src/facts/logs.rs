//! Amazon CloudWatch Logs: log groups.

/// The retention periods that CloudWatch Logs offers, in days. Source: botocore's logs `Days`, read 2026-11.
pub const RETENTION_DAYS: &[u64] = &[
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/// The maximum length of a log group name, in characters. Source: botocore's logs `LogGroupName`, read 2026-11.
pub const LOG_GROUP_MAX: usize = 512;
