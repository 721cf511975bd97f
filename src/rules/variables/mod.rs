//! Rules about the user's own environment variables: `env` and `secret_env`.

mod bool_string;
mod env_name_format;
mod env_secret_duplicate;
mod env_secret_plain;
mod java_heap_too_large;
mod legacy_env;
mod logging_level;
pub mod reserved;
mod reserved_env;
mod reserved_env_token;
pub mod rows;
mod upgrader_on_ecs;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    reserved_env::RULE,
    reserved_env_token::RULE,
    env_name_format::RULE,
    env_secret_duplicate::RULE,
    env_secret_plain::RULE,
    bool_string::RULE,
    logging_level::RULE,
    java_heap_too_large::RULE,
    legacy_env::RULE,
    upgrader_on_ecs::RULE,
];
