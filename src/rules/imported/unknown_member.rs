//! An imported document has members that AWS does not know.

use super::document::each_document;
use crate::document::conform::{Fault, faults};
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `unknown-member`
pub const RULE: Rule = Rule {
    id: "unknown-member",
    severity: Severity::Error,
    what: "An imported document has a member that the API does not know.",
    consequence: "The AWS CLI refuses the whole file: Unknown parameter in input. The JSON keeps the member; take it out of the text, and import it again.",
    source: sources::TASK,
    check: |subject, problems| {
        for (document, shape, field) in each_document(subject) {
            for (path, fault) in faults(document, shape) {
                if fault == Fault::Unknown {
                    let message = format!("AWS does not know `{path}`.");
                    problems.push(Problem::new(field, message));
                }
            }
        }
    },
    fires: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"imagePolicy\": \"x\"}]}",
    quiet: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"user\": \"0\"}]}",
};
