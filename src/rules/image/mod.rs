//! The delegate's image: registry, repository, tag, age.

mod image_expired;
mod image_fips;
mod image_format;
mod image_tag;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[
    image_format::RULE,
    image_tag::RULE,
    image_expired::RULE,
    image_fips::RULE,
];
