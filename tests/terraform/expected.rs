//! The arguments that a document of the AWS API becomes in Terraform.

use crate::formats::shown;
use configurator::Deployment;
use configurator::deployment::secret::Secret;
use configurator::document::supplied::SecretKind;
use serde_json::{Map, Value, json};

/// The arguments of `aws_ecs_task_definition` for an input of `RegisterTaskDefinition`.
pub fn expected_task_definition(document: &Value) -> Value {
    let mut expected = Map::new();
    for (member, value) in document.as_object().unwrap() {
        let (name, value) = match member.as_str() {
            "family" | "cpu" | "memory" => (member.as_str(), value.clone()),
            "requiresCompatibilities" => ("requires_compatibilities", value.clone()),
            "networkMode" => ("network_mode", value.clone()),
            "executionRoleArn" => ("execution_role_arn", value.clone()),
            "taskRoleArn" => ("task_role_arn", value.clone()),
            "containerDefinitions" => ("container_definitions", value.clone()),
            "runtimePlatform" => (
                "runtime_platform",
                json!([{
                    "cpu_architecture": value["cpuArchitecture"],
                    "operating_system_family": value["operatingSystemFamily"],
                }]),
            ),
            "ephemeralStorage" => (
                "ephemeral_storage",
                json!([{ "size_in_gib": value["sizeInGiB"] }]),
            ),
            "tags" => ("tags", tag_map(value)),
            other => panic!("what is {other} in Terraform?"),
        };
        expected.insert(name.to_owned(), value);
    }
    Value::Object(expected)
}

/// The arguments of `aws_ecs_service` for the service of a deployment. A second run needs those that the API does not
/// have.
pub fn expected_service(deployment: &Deployment) -> Value {
    let mut expected = Map::from_iter([("force_new_deployment".to_owned(), json!(true))]);
    let label = |secret: &Secret| match secret.kind {
        SecretKind::DelegateToken => "delegate_token",
        SecretKind::ProxyPassword => "proxy_password",
    };
    let triggers: Map<String, Value> = deployment
        .created_secrets()
        .map(|secret| (label(secret).to_owned(), json!(1)))
        .collect();
    if !triggers.is_empty() {
        expected.insert("triggers".to_owned(), Value::Object(triggers));
    }
    for (member, value) in shown(&deployment.service).as_object().unwrap() {
        let (name, value) = match member.as_str() {
            "cluster" => ("cluster", value.clone()),
            "serviceName" => ("name", value.clone()),
            "taskDefinition" => ("task_definition", value.clone()),
            "launchType" => ("launch_type", value.clone()),
            "platformVersion" => ("platform_version", value.clone()),
            "schedulingStrategy" => ("scheduling_strategy", value.clone()),
            "desiredCount" => ("desired_count", value.clone()),
            "enableECSManagedTags" => ("enable_ecs_managed_tags", value.clone()),
            "propagateTags" => ("propagate_tags", value.clone()),
            "enableExecuteCommand" => ("enable_execute_command", value.clone()),
            "capacityProviderStrategy" => (
                "capacity_provider_strategy",
                json!([{ "capacity_provider": value[0]["capacityProvider"], "weight": value[0]["weight"] }]),
            ),
            "deploymentConfiguration" => {
                for (member, name) in [
                    ("minimumHealthyPercent", "deployment_minimum_healthy_percent"),
                    ("maximumPercent", "deployment_maximum_percent"),
                ] {
                    expected.extend(value.get(member).map(|value| (name.to_owned(), value.clone())));
                }
                match value.get("deploymentCircuitBreaker") {
                    Some(breaker) => ("deployment_circuit_breaker", json!([breaker])),
                    None => continue,
                }
            }
            "networkConfiguration" => {
                let network = &value["awsvpcConfiguration"];
                let block = json!([{
                    "subnets": network["subnets"],
                    "security_groups": network["securityGroups"],
                    "assign_public_ip": network["assignPublicIp"] == "ENABLED",
                }]);
                ("network_configuration", block)
            }
            "loadBalancers" => continue,
            "tags" => ("tags", tag_map(value)),
            other => panic!("what is {other} in Terraform?"),
        };
        expected.insert(name.to_owned(), value);
    }
    Value::Object(expected)
}

pub fn tag_map(tags: &Value) -> Value {
    let tags = tags.as_array().unwrap().iter();
    Value::Object(
        tags.map(|tag| (tag["key"].as_str().unwrap().to_owned(), tag["value"].clone()))
            .collect(),
    )
}
