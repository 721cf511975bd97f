//! What to do with a Terraform file.

use crate::outputs::file::{Stage, Step};

/// The steps, whichever file it is.
pub fn of() -> Vec<Step> {
    let sentences = [
        "In this folder: `terraform init`.",
        "`terraform plan`, and read it.",
        "`terraform apply`.",
    ];
    sentences.map(|sentence| Step::new(Stage::Run, sentence)).into()
}
