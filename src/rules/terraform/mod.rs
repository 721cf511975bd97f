//! The published Terraform module, and what it cannot do. Raised only while it is the way that is open.

pub mod tf_module_ec2;
pub mod tf_module_ecr;
pub mod tf_module_memory;
pub mod tf_module_name_length;
pub mod tf_module_secret_suffix;
pub mod tf_module_unsupported;

use crate::fields;
use crate::finding::Fix;

fn standalone() -> Fix {
    Fix::set("Use plain resources", &fields::TERRAFORM_SOURCE, "standalone")
}
