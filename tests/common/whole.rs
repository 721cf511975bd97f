//! Documents that have every member of the API, once each.

use configurator::facts::api::{Kind, Shape};
use configurator::facts::api_service::SERVICE;
use configurator::facts::api_task_definition::TASK_DEFINITION;
use serde_json::{Map, Value, json};

/// A task definition with every member.
pub fn task_definition() -> Value {
    object(TASK_DEFINITION)
}

/// A service with every member.
pub fn service() -> Value {
    object(SERVICE)
}

fn object(shape: Shape) -> Value {
    let members = shape
        .iter()
        .map(|(name, kind)| ((*name).to_owned(), value(name, *kind)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn value(name: &str, kind: Kind) -> Value {
    match kind {
        Kind::Text => match name {
            "image" => "harness/delegate:26.10.87203",
            "cpu" => "1024",
            "memory" => "2048",
            _ => "a",
        }
        .into(),
        Kind::Number => 1.into(),
        Kind::Flag => true.into(),
        Kind::Texts => json!(["a"]),
        Kind::Numbers => json!([1]),
        Kind::Map => json!({"a": "b"}),
        Kind::Any => json!({"a": 1}),
        Kind::One(shape) => object(shape),
        Kind::Many(shape) => json!([object(shape)]),
    }
}
