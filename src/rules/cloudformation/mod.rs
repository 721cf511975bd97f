//! The CloudFormation template: its size and its address.

mod template_too_large;
mod template_url_format;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[template_url_format::RULE, template_too_large::RULE];
