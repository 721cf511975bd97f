//! The samples in Harness's documentation.

/// The task definition family that the EC2 and Fargate samples share.
/// Source: <https://developer.harness.io/docs/platform/delegates/install-delegates/docker-delegate-to-ecs-fargate>,
/// read 2026-11.
pub const FAMILY: &str = "harness-delegate-task-spec";
