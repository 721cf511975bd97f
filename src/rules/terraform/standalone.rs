//! The way out of what the module cannot do.

use crate::fields;
use crate::finding::Fix;

/// Plain resources instead of the module.
pub fn standalone() -> Fix {
    Fix::set("Use plain resources", &fields::TERRAFORM_SOURCE, "standalone")
}
