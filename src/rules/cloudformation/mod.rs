//! Rules about the CloudFormation template: its size and its URL.

mod template_too_large;
mod template_url_format;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[template_url_format::RULE, template_too_large::RULE];
