//! The module limits the container to 1024 MiB, whatever the task has.

use super::standalone::standalone;
use crate::fields;
use crate::finding::Severity;
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// MiB that the module gives the container.
const OF_MODULE: u64 = 1024;

/// `tf-module-memory`
pub const RULE: Rule = Rule {
    id: "tf-module-memory",
    severity: Severity::Warning,
    what: "The Terraform module gives the container 1024 MiB of the task's memory.",
    consequence: "The delegate wants 2048 MiB; at 1024 it is killed under load (*OutOfMemoryError: Container killed due to memory usage*), and the rest of the task's memory is paid for and idle.",
    source: links::MODULE,
    check: |subject, problems| {
        let memory = subject
            .config
            .memory
            .number()
            .filter(|memory| subject.config.is_module() && *memory > OF_MODULE);
        if let Some(memory) = memory {
            let message = format!("Of `{memory}` MiB the module's container may use `{OF_MODULE}`.");
            problems.push(Problem::new(&fields::MEMORY, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module&memory=2048",
    quiet: "way=terraform&terraform_source=standalone&memory=2048",
};
