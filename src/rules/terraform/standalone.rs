//! The fix for what the module cannot do.

use crate::fields;
use crate::finding::Fix;

/// Creates a fix that uses plain resources instead of the module.
pub fn standalone() -> Fix {
    Fix::set("Use plain resources", &fields::TERRAFORM_SOURCE, "standalone")
}
