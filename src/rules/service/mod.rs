//! The service: how many tasks, on which capacity, how they are replaced, and tags.

pub mod capacity_name_format;
pub mod capacity_provider_association;
pub mod capacity_provider_new_cluster;
pub mod deployment_blocked;
pub mod deployment_percent;
pub mod desired_count_one;
pub mod desired_count_zero;
pub mod exec_requirements;
pub mod health_check_absent;
pub mod health_check_port;
pub mod launch_type_compat;
pub mod managed_tags_no_propagate;
pub mod platform;
pub mod platform_version_format;
pub mod platform_version_old;
pub mod platform_version_old_hint;
pub mod spot_interruption;
pub mod stop_timeout_long_ec2;
pub mod stop_timeout_range;
pub mod stop_timeout_short;
pub mod tags_invalid;
