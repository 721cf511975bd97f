//! The list of hosts that the delegate and its children reach without the proxy.

use crate::config::Config;
use crate::facts::ecs::{INSTANCE_METADATA, TASK_CREDENTIALS};

/// Returns the addresses of credentials that the list lacks: that of the task role, and on EC2 that of the instance.
pub fn lacking(config: &Config, list: &str) -> Vec<&'static str> {
    let has_role = config.chooses_permissions() || !config.task_role_arn.is_blank();
    let task = has_role.then_some(TASK_CREDENTIALS);
    let instance = (!config.is_fargate()).then_some(INSTANCE_METADATA);
    let is_missing = |address: &&str| !items(list).any(|item| item == *address || item == "*");
    task.into_iter().chain(instance).filter(is_missing).collect()
}

/// Returns the items of the list, without the blanks around them.
pub fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|item| !item.is_empty())
}
