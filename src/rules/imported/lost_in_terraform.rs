//! Terraform's AWS provider has no place for a part of an imported document.

use super::document::{lost, said};
use crate::choices::Way;
use crate::document::conform::TERRAFORM;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `lost-in-terraform`
pub const RULE: Rule = Rule {
    id: "lost-in-terraform",
    severity: Severity::Warning,
    what: "Terraform's AWS provider has no place for a part of an imported document.",
    consequence: "The file leaves it out, so what it deploys is not what was imported. The files of AWS CLI and of Script hold all of it.",
    source: sources::TERRAFORM_PROVIDER,
    check: |subject, problems| {
        if subject.config.way == Way::Terraform && !subject.config.is_module() {
            said(&lost(subject, &TERRAFORM), "Terraform's AWS provider", problems);
        }
    },
    fires: "way=terraform\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}], \"inferenceAccelerators\": [{\"deviceName\": \"a\", \"deviceType\": \"b\"}]}",
    quiet: "way=terraform\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}], \"pidMode\": \"task\"}",
};
