//! Rules about what Harness and the delegate itself expect.

mod account_id_format;
mod account_id_format_hint;
mod account_ids_swapped;
mod delegate_name_format;
mod delegate_tags_format;
mod init_script_nonroot;
mod log_service_mismatch;
pub mod manager_url;
mod manager_url_format;
mod manager_url_format_hint;
mod manager_url_http;
mod no_proxy;
mod no_proxy_blanks;
mod no_proxy_cidr;
mod no_proxy_credentials;
mod proxy_host_format;
mod proxy_incomplete;
mod proxy_user_children;
mod script_command;

use super::rule::Rule;

pub use delegate_name_format::is_allowed as is_delegate_name;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    delegate_name_format::RULE,
    account_id_format::RULE,
    account_id_format_hint::RULE,
    account_ids_swapped::RULE,
    manager_url_format::RULE,
    manager_url_format_hint::RULE,
    manager_url_http::RULE,
    log_service_mismatch::RULE,
    delegate_tags_format::RULE,
    init_script_nonroot::RULE,
    proxy_incomplete::RULE,
    proxy_host_format::RULE,
    proxy_user_children::RULE,
    no_proxy_blanks::RULE,
    no_proxy_cidr::RULE,
    no_proxy_credentials::RULE,
];
