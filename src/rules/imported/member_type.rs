//! A member of an imported document has a value of another type than the API takes.

use super::document::each_document;
use crate::document::conform::{Fault, faults};
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `member-type`
pub const RULE: Rule = Rule {
    id: "member-type",
    severity: Severity::Error,
    what: "A member of an imported document has a value of a type that the API does not take.",
    consequence: "The AWS CLI refuses the whole file: Invalid type for parameter.",
    source: sources::TASK,
    check: |subject, problems| {
        for (document, shape, field) in each_document(subject) {
            for (path, fault) in faults(document, shape) {
                if let Fault::Type(wanted) = fault {
                    let message = format!("`{path}` is not {wanted}.");
                    problems.push(Problem::new(field, message));
                }
            }
        }
    },
    fires: "\n{\"family\": \"a\", \"volumes\": {}, \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}]}",
    quiet: "\n{\"family\": \"a\", \"volumes\": [], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}]}",
};
