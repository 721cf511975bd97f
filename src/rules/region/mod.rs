//! The Region, and the partition of AWS that it belongs to.

mod partition_region;
mod region_unknown;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[region_unknown::RULE, partition_region::RULE];
