//! Rules about the CPU, memory and ephemeral storage of the task and its container.

mod arm64_image;
mod container_cpu_one;
mod container_cpu_over_task;
mod container_memory_min;
mod container_memory_over_task;
mod delegate_too_small;
mod ec2_cpu_range;
mod ec2_memory_missing;
mod ephemeral_range;
mod fargate_size_pair;
mod memory_unreachable;
pub mod resize;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    fargate_size_pair::RULE,
    ec2_cpu_range::RULE,
    ec2_memory_missing::RULE,
    container_memory_min::RULE,
    container_memory_over_task::RULE,
    container_cpu_over_task::RULE,
    container_cpu_one::RULE,
    memory_unreachable::RULE,
    delegate_too_small::RULE,
    ephemeral_range::RULE,
    arm64_image::RULE,
];
