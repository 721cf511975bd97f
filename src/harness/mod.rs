//! Parses and checks the texts that Harness defines.

pub mod account_id;
pub mod image;
pub mod token;

use crate::facts::harness::LOG_SERVICE_PATH;

/// Returns the URL of the log service, which is a path under the manager URL.
pub fn log_service_url(manager_url: &str) -> String {
    format!("{}{LOG_SERVICE_PATH}", manager_url.trim_end_matches('/'))
}
