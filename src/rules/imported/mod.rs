//! Rules about imported documents: about what no field holds of them. An example of such a rule is URL parameters, and in
//! the next line the document that is imported first.

mod container_no_delegate;
mod document;
mod fargate_unsupported_field;
mod lost_in_cloudformation;
mod lost_in_module;
mod lost_in_terraform;
mod member_type;
mod network_config_missing;
mod required_env_missing;
mod unknown_member;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    unknown_member::RULE,
    member_type::RULE,
    required_env_missing::RULE,
    container_no_delegate::RULE,
    fargate_unsupported_field::RULE,
    network_config_missing::RULE,
    lost_in_terraform::RULE,
    lost_in_cloudformation::RULE,
    lost_in_module::RULE,
];
