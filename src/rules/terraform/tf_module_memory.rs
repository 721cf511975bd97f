//! The module limits the container to 1024 MiB, regardless of the task's memory.

use super::standalone::standalone;
use crate::facts::sources;
use crate::facts::terraform_module::CONTAINER_MEMORY;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-memory`
pub const RULE: Rule = Rule {
    id: "tf-module-memory",
    severity: Severity::Warning,
    what: "The Terraform module gives the container 1024 MiB of the task's memory.",
    consequence: "The delegate wants 2048 MiB; at 1024 it is killed under load (*OutOfMemoryError: Container killed due to memory usage*), and the rest of the task's memory is paid for and idle.",
    source: sources::MODULE,
    check: |subject, problems| {
        let memory = subject
            .config
            .memory
            .number()
            .filter(|memory| subject.config.is_module() && *memory > CONTAINER_MEMORY);
        if let Some(memory) = memory {
            let message = format!("Of `{memory}` MiB the module's container may use `{CONTAINER_MEMORY}`.");
            problems.push(Problem::new(&fields::MEMORY, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module&memory=2048",
    quiet: "way=terraform&terraform_source=standalone&memory=2048",
};
