//! AWS documents as JSON: two blanks of indentation, a line feed at the end.

use crate::deployment::Deployment;
use serde::Serialize;
use serde_json::{Map, Value};

/// A document and the members that an import carried.
#[derive(Serialize)]
struct WithCarried<'a, T> {
    #[serde(flatten)]
    document: &'a T,
    #[serde(flatten)]
    carried: &'a Map<String, Value>,
}

/// `task-spec.json`
pub fn task_definition(deployment: &Deployment) -> String {
    with_carried(&deployment.task_definition, &deployment.carried.task_definition)
}

/// `service.json`
pub fn service(deployment: &Deployment) -> String {
    with_carried(&deployment.service, &deployment.carried.service)
}

fn with_carried(document: &impl Serialize, carried: &Map<String, Value>) -> String {
    if carried.is_empty() {
        self::document(document)
    } else {
        self::document(&WithCarried { document, carried })
    }
}

/// A document as a file.
pub fn document(document: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_else(|error| {
        // Documents are structs of strings and numbers; a map with another key than a string is a bug.
        unreachable!("a document that is no JSON: {error}")
    });
    text.push('\n');
    text
}

/// A document on one line, as an argument of a command.
pub fn compact(document: &impl Serialize) -> String {
    serde_json::to_string(document)
        .unwrap_or_else(|error| unreachable!("a document that is no JSON: {error}"))
}
