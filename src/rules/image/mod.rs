//! Rules about the delegate image: registry, repository, tag and age.

mod ecr_other_account;
mod ecr_pull_through;
mod image_expired;
mod image_fips;
mod image_format;
mod image_no_delegate;
mod image_tag;

use super::rule::Rule;

pub use image_format::wrong;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    image_format::RULE,
    image_tag::RULE,
    image_no_delegate::RULE,
    image_expired::RULE,
    image_fips::RULE,
    ecr_other_account::RULE,
    ecr_pull_through::RULE,
];
