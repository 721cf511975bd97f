//! What an import brought and no field holds. It goes into the documents, and into no link and no storage.

use serde_json::{Map, Value};

/// Members of imported documents that no field holds, under AWS's own names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// Of the task definition.
    pub task_definition: Map<String, Value>,
    /// Of the service.
    pub service: Map<String, Value>,
}
