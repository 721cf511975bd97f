//! The samples in Harness's documentation.

/// The task definition family that the EC2 and Fargate samples share.
/// Source: [`crate::facts::sources::ON_ECS`],
/// read 2026-11.
pub const FAMILY: &str = "harness-delegate-task-spec";
