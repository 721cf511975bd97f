//! The members that the page knows of a task definition and a service are those of botocore's model, each of the same
//! type.

use crate::common::programs;
use configurator::facts::api::{Kind, OF_DESCRIBED_SERVICE, OF_DESCRIBED_TASK_DEFINITION, Shape};
use configurator::facts::api_service::SERVICE;
use configurator::facts::api_task_definition::TASK_DEFINITION;
use serde_json::{Map, Value, json};

fn described(shape: Shape) -> Value {
    let kind = |kind: Kind| match kind {
        Kind::Text => json!("string"),
        Kind::Number => json!("number"),
        Kind::Flag => json!("boolean"),
        Kind::Texts => json!(["string"]),
        Kind::Numbers => json!(["number"]),
        Kind::Map => json!("map"),
        Kind::Any => json!("any"),
        Kind::One(shape) => described(shape),
        Kind::Many(shape) => json!([described(shape)]),
    };
    let members = shape.iter().map(|(name, of)| ((*name).to_owned(), kind(*of)));
    Value::Object(members.collect::<Map<_, _>>())
}

#[test]
fn the_members_are_those_of_the_api() {
    let own = json!({
        "RegisterTaskDefinition": described(TASK_DEFINITION),
        "CreateService": described(SERVICE),
        "only of a described task definition": OF_DESCRIBED_TASK_DEFINITION,
        "only of a described service": OF_DESCRIBED_SERVICE,
    });
    let output = programs::command("python3")
        .arg(programs::root().join("tests/facts/members.py"))
        .output()
        .expect("python3 starts");
    assert!(output.status.success(), "{}", programs::said(&output));
    let of_botocore: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    for name in own.as_object().expect("an object").keys() {
        assert_eq!(own[name], of_botocore[name], "{name}");
    }
}
