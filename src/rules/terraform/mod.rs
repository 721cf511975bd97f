//! The published Terraform module, and what it cannot do. Raised only while it is the way that is open.

pub mod standalone;
mod tf_module_ec2;
mod tf_module_ecr;
mod tf_module_memory;
mod tf_module_name_length;
mod tf_module_secret_suffix;
pub mod tf_module_unsupported;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[
    tf_module_ec2::RULE,
    tf_module_name_length::RULE,
    tf_module_memory::RULE,
    tf_module_ecr::RULE,
    tf_module_secret_suffix::RULE,
    tf_module_unsupported::RULE,
];
