//! The fix that gives the task as long to stop as AWS documents.

use crate::facts::ecs::STOP_TIMEOUT_MAX;
use crate::fields;
use crate::finding::Fix;

/// Sets the longest stop timeout.
pub fn longest() -> Fix {
    let longest = STOP_TIMEOUT_MAX.to_string();
    Fix::set(format!("Use {longest}"), &fields::STOP_TIMEOUT, longest)
}
