//! Rules about the CloudFormation template and its stack.

mod cloudformation_circuit_breaker_off;
mod cloudformation_ec2_cluster_new;
mod dynamic_reference;
mod template_too_large;
mod template_url_format;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    template_url_format::RULE,
    template_too_large::RULE,
    dynamic_reference::RULE,
    cloudformation_circuit_breaker_off::RULE,
    cloudformation_ec2_cluster_new::RULE,
];
