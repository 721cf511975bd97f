//! Rules about the service: number of tasks, capacity, deployments, stop timeout, health check, ECS Exec and tags.

mod capacity_name_format;
mod capacity_provider_association;
mod capacity_provider_new_cluster;
mod deployment_blocked;
mod deployment_percent;
mod desired_count_one;
mod desired_count_zero;
mod exec_requirements;
mod health_check_absent;
mod health_check_port;
mod launch_type_compat;
mod managed_tags_no_propagate;
pub mod platform;
pub mod platform_needs;
mod platform_version_format;
mod platform_version_old;
mod platform_version_old_hint;
mod spot_interruption;
pub mod stop_timeout;
mod stop_timeout_long_ec2;
mod stop_timeout_range;
mod stop_timeout_short;
mod tags_invalid;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    desired_count_zero::RULE,
    desired_count_one::RULE,
    deployment_percent::RULE,
    deployment_blocked::RULE,
    capacity_name_format::RULE,
    launch_type_compat::RULE,
    capacity_provider_association::RULE,
    capacity_provider_new_cluster::RULE,
    spot_interruption::RULE,
    platform_version_format::RULE,
    platform_version_old::RULE,
    platform_version_old_hint::RULE,
    stop_timeout_range::RULE,
    stop_timeout_short::RULE,
    stop_timeout_long_ec2::RULE,
    health_check_absent::RULE,
    health_check_port::RULE,
    exec_requirements::RULE,
    managed_tags_no_propagate::RULE,
    tags_invalid::RULE,
];
