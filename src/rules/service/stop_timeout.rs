//! The fix that sets the maximum stop timeout.

use crate::facts::ecs::STOP_TIMEOUT_MAX;
use crate::fields;
use crate::finding::Fix;

/// Creates a fix that sets the maximum stop timeout that AWS documents.
pub fn longest() -> Fix {
    let longest = STOP_TIMEOUT_MAX.to_string();
    Fix::set(format!("Use {longest}"), &fields::STOP_TIMEOUT, longest)
}
