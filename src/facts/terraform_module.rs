//! The published Terraform module: what it fixes.
//! Source: <https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate> at commit 3929611, read
//! 2026-11.

use super::iam::ROLE_NAME_MAX;

/// Memory that it gives the container, whatever the task has, MiB.
pub const CONTAINER_MEMORY: u64 = 1024;

/// The longest name of a delegate that it can use, characters: it names a role after it.
pub const DELEGATE_NAME_MAX: usize =
    ROLE_NAME_MAX - "harness-delegate-".len() - "-ecsTaskExecutionRole".len();
