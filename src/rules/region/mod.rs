//! Rules about the Region and its partition.

mod partition_region;
mod region_unknown;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[region_unknown::RULE, partition_region::RULE];
