//! Rules about the names of ECS resources, which all follow one pattern.

mod cluster_name_format;
mod container_name_format;
mod family_format;
mod family_shared;
pub mod judge;
mod service_name_format;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    cluster_name_format::RULE,
    service_name_format::RULE,
    family_format::RULE,
    family_shared::RULE,
    container_name_format::RULE,
];
