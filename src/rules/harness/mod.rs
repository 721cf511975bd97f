//! What Harness and the delegate itself expect.

pub mod account_id_format;
pub mod account_id_format_hint;
pub mod account_ids_swapped;
pub mod delegate_name_format;
pub mod delegate_tags_format;
pub mod init_script_nonroot;
pub mod log_service_mismatch;
pub mod manager_url_format;
pub mod manager_url_format_hint;
pub mod manager_url_http;
pub mod no_proxy_cidr;
pub mod proxy_host_format;
pub mod proxy_incomplete;
pub mod url;
