//! The samples of Harness's documentation.

/// The family in the samples for EC2 and for Fargate alike.
/// Source: <https://developer.harness.io/docs/platform/delegates/install-delegates/docker-delegate-to-ecs-fargate>, read
/// 2026-11.
pub const FAMILY: &str = "harness-delegate-task-spec";
