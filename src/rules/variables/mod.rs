//! Rules about the user's own environment variables: `env` and `secret_env`.

pub mod aws_keys_in_env;
mod bool_string;
mod client_certificate_incomplete;
mod env_name_format;
mod env_secret_duplicate;
mod env_secret_plain;
mod generation_3;
mod java_heap_too_large;
mod legacy_env;
mod logging_level;
pub mod reserved;
mod reserved_env;
mod reserved_env_token;
pub mod rows;
mod threshold_off;
mod upgrader_on_ecs;
mod working_directory;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    reserved_env::RULE,
    reserved_env_token::RULE,
    env_name_format::RULE,
    env_secret_duplicate::RULE,
    env_secret_plain::RULE,
    aws_keys_in_env::RULE,
    bool_string::RULE,
    client_certificate_incomplete::RULE,
    threshold_off::RULE,
    working_directory::RULE,
    logging_level::RULE,
    java_heap_too_large::RULE,
    legacy_env::RULE,
    generation_3::RULE,
    upgrader_on_ecs::RULE,
];
