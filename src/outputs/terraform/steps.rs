//! The steps for using a Terraform file.

use crate::outputs::file::{Stage, Step};

/// Returns the steps, which are the same for both files.
pub fn of() -> Vec<Step> {
    let sentences = [
        "In this folder: `terraform init`.",
        "`terraform plan`, and read it.",
        "`terraform apply`.",
    ];
    sentences.map(|sentence| Step::new(Stage::Run, sentence)).into()
}
