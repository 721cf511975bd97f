//! What the peers are asked about a configuration.

use crate::cases::over_good;
use crate::common::{EC2, FARGATE, Outcome};
use configurator::config::Given;
use configurator::deployment::tags::Tag;
use configurator::document;
use configurator::fields::{self, FIELDS, Field, Kind};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The place of a field's value in a document. If the page leaves a value out because it is unreadable or has no
/// effect, the question puts it there, as a person would have written it.
const PLACES: &[(&str, &str, &str)] = &[
    ("cpu", "task", "/cpu"),
    ("memory", "task", "/memory"),
    ("ephemeral_storage", "task", "/ephemeralStorage/sizeInGiB"),
    ("architecture", "task", "/runtimePlatform/cpuArchitecture"),
    ("launch_type", "task", "/requiresCompatibilities/0"),
    ("launch_type", "service", "/launchType"),
    ("container_cpu", "task", "/containerDefinitions/0/cpu"),
    ("container_memory", "task", "/containerDefinitions/0/memory"),
    (
        "container_port",
        "task",
        "/containerDefinitions/0/portMappings/0/containerPort",
    ),
    ("stop_timeout", "task", "/containerDefinitions/0/stopTimeout"),
    (
        "logs",
        "task",
        "/containerDefinitions/0/logConfiguration/logDriver",
    ),
    ("desired_count", "service", "/desiredCount"),
    (
        "minimum_healthy_percent",
        "service",
        "/deploymentConfiguration/minimumHealthyPercent",
    ),
    (
        "maximum_percent",
        "service",
        "/deploymentConfiguration/maximumPercent",
    ),
    (
        "circuit_breaker",
        "service",
        "/deploymentConfiguration/deploymentCircuitBreaker/enable",
    ),
    ("platform_version", "service", "/platformVersion"),
    ("enable_ecs_managed_tags", "service", "/enableECSManagedTags"),
    ("enable_execute_command", "service", "/enableExecuteCommand"),
    ("propagate_tags", "service", "/propagateTags"),
    (
        "assign_public_ip",
        "service",
        "/networkConfiguration/awsvpcConfiguration/assignPublicIp",
    ),
    (
        "security_groups",
        "service",
        "/networkConfiguration/awsvpcConfiguration/securityGroups",
    ),
];

/// The question to the peers about one configuration.
pub fn question(name: &str, outcome: &Outcome) -> Value {
    let mut documents: BTreeMap<&str, Value> = [
        ("task", handed_over(outcome, "task-spec.json")),
        ("service", handed_over(outcome, "service.json")),
    ]
    .into();
    let mut retention = outcome
        .config
        .log_retention
        .number()
        .map_or(Value::Null, Value::from);
    for field in FIELDS {
        let unreadable = outcome
            .findings
            .iter()
            .any(|f| f.rule == "unreadable-value" && f.field == field.key);
        let ignored = outcome.reading.is_touched(field.key) && !(field.applies)(&outcome.config);
        if !unreadable && !ignored {
            continue;
        }
        let text = outcome.form.text(field);
        if *field == &fields::LOG_RETENTION && unreadable {
            retention = by_hand(field, &text);
        }
        for (_, document, place) in PLACES.iter().filter(|(key, ..)| *key == field.key) {
            let document = documents.get_mut(document).expect("both are there");
            put(document, place, by_hand(field, &text));
        }
    }
    let deployment = &outcome.deployment;
    let roles = [
        ("Execution", &deployment.execution_role),
        ("Task", &deployment.task_role),
    ];
    let roles = roles.into_iter().filter_map(|(kind, role)| {
        let role = role.as_ref()?;
        let tag = |tag: &Tag| json!({ "Key": tag.key, "Value": tag.value.to_string() });
        let tags: Vec<Value> = role.tags.iter().map(tag).collect();
        let trust = document::json::compact(&role.trust).into_text();
        let trust: Value = serde_json::from_str(&trust).expect("a policy is JSON");
        Some(json!({ "kind": kind, "name": role.name.to_string(), "trust": trust, "tags": tags }))
    });
    json!({
        "name": name,
        "task": documents["task"],
        "service": documents["service"],
        "cluster": deployment.cluster.name.to_string(),
        "log_group": deployment.log_group.as_ref().map(|group| group.name.to_string()),
        "retention": retention,
        "roles": roles.collect::<Vec<_>>(),
    })
}

/// The text as a person would write it into the document.
fn by_hand(field: &Field, text: &str) -> Value {
    match field.kind {
        _ if ["cpu", "memory"].contains(&field.key) => text.into(),
        Kind::List(_) => text.split(',').map(str::to_owned).collect(),
        _ if field.key == "assign_public_ip" && text == "true" => "ENABLED".into(),
        _ => serde_json::from_str::<Value>(text).unwrap_or_else(|_| text.into()),
    }
}

/// Puts a value at its place and creates the members above it.
fn put(document: &mut Value, place: &str, value: Value) {
    let mut at = document;
    for part in place.split('/').skip(1) {
        if part.parse::<usize>().is_ok() {
            if !at.is_array() {
                *at = json!([{}]);
            }
            at = &mut at[0];
        } else {
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            at = &mut at[part];
        }
    }
    *at = value;
}

/// The question contains what a person would write, even if the page leaves it out.
#[test]
fn what_the_page_leaves_out_is_put_back() {
    let outcome = Outcome::of(&over_good(
        FARGATE,
        "desired_count=two&cpu=many&assign_public_ip=ENABLED",
    ));
    assert_eq!(outcome.config.desired_count.given, Given::Unreadable);
    let question = question("x", &outcome);
    assert_eq!(question["service"]["desiredCount"], "two");
    assert_eq!(question["task"]["cpu"], "many");
    let outcome = Outcome::of(&over_good(EC2, "ephemeral_storage=50"));
    let question = self::question("x", &outcome);
    assert_eq!(question["task"]["ephemeralStorage"]["sizeInGiB"], 50);
}

/// A document as `commands.sh` hands it over, with the values that it finds at AWS.
fn handed_over(outcome: &Outcome, name: &str) -> Value {
    let text = outcome.filled(name, |field| match field {
        "aws_account_id" => "012345678901".to_owned(),
        _ => "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3".to_owned(),
    });
    serde_json::from_str(&text).expect("JSON")
}
