//! The published Terraform module: values that it fixes, and its defaults.
//! Source: <https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate> at commit 3929611, read
//! 2026-11.

use super::iam::ROLE_NAME_MAX;

/// The memory that the module gives the container, regardless of the task's memory, in MiB.
pub const CONTAINER_MEMORY: u64 = 1024;

/// The CPU of the task if the call does not set it, in CPU units.
pub const DEFAULT_CPU: u64 = 1024;

/// The memory of the task if the call does not set it, in MiB.
pub const DEFAULT_MEMORY: u64 = 2048;

/// The number of tasks if the call does not set it.
pub const DEFAULT_DESIRED_COUNT: u64 = 1;

/// The maximum length of a delegate name, in characters: the module names a role after the delegate.
pub const DELEGATE_NAME_MAX: usize =
    ROLE_NAME_MAX - "harness-delegate-".len() - "-ecsTaskExecutionRole".len();
