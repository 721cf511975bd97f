//! An imported document has members that AWS does not know.

use super::document::report;
use crate::document::conform::Fault;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `unknown-member`
pub const RULE: Rule = Rule {
    id: "unknown-member",
    severity: Severity::Error,
    what: "An imported document has a member that the API does not know.",
    consequence: "The AWS CLI refuses the whole file: Unknown parameter in input. The JSON keeps the member; take it out of the text, and import it again.",
    source: sources::TASK,
    check: |subject, problems| {
        let says =
            |path: &str, fault| (fault == Fault::Unknown).then(|| format!("AWS does not know `{path}`."));
        report(subject, says, problems);
    },
    fires: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"imagePolicy\": \"x\"}]}",
    quiet: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"user\": \"0\"}]}",
};
