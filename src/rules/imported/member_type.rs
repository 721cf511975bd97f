//! A member of an imported document has a value of another type than the API takes.

use super::document::report;
use crate::document::conform::Fault;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `member-type`
pub const RULE: Rule = Rule {
    id: "member-type",
    severity: Severity::Error,
    what: "A member of an imported document has a value of a type that the API does not take.",
    consequence: "The AWS CLI refuses the whole file: Invalid type for parameter.",
    source: sources::TASK,
    check: |subject, problems| {
        let says = |path: &str, fault| match fault {
            Fault::Type(wanted) => Some(format!("`{path}` is not {wanted}.")),
            Fault::Unknown => None,
        };
        report(subject, says, problems);
    },
    fires: "\n{\"family\": \"a\", \"volumes\": {}, \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}]}",
    quiet: "\n{\"family\": \"a\", \"volumes\": [], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}]}",
};
