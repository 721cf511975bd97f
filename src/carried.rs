//! Members of imported documents that no field holds. They go into the generated documents, but not into links or
//! storage.

use serde_json::{Map, Value};

/// Members of imported documents that no field holds, under AWS's own names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// Members of the task definition.
    pub task_definition: Map<String, Value>,
    /// Members of the service.
    pub service: Map<String, Value>,
}
