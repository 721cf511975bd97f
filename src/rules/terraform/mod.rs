//! Rules about what the published Terraform module cannot do. They fire only if the user chose the module.

pub mod standalone;
mod tf_module_ec2;
mod tf_module_ecr;
mod tf_module_memory;
mod tf_module_name_length;
mod tf_module_secret_suffix;
pub mod tf_module_unsupported;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    tf_module_ec2::RULE,
    tf_module_name_length::RULE,
    tf_module_memory::RULE,
    tf_module_ecr::RULE,
    tf_module_secret_suffix::RULE,
    tf_module_unsupported::RULE,
];
