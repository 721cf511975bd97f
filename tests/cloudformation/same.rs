//! Compares a template with the documents of its deployment.

use crate::formats::{Case, shown};
use configurator::Deployment;
use configurator::document::supplied::SecretKind;
use serde_json::{Value, json};

/// The value of a reference as JSON shows it.
fn referred(name: &str, deployment: &Deployment) -> Value {
    let task = &deployment.task_definition;
    let network = deployment
        .service
        .network_configuration
        .as_ref()
        .map(|network| &network.awsvpc_configuration);
    match name {
        "AWS::AccountId" => json!(deployment.account.to_string()),
        "AWS::Region" => json!(deployment.region.to_string()),
        "AWS::Partition" => json!(deployment.partition),
        "Cluster" => json!(deployment.cluster.name.to_string()),
        "TaskDefinition" => json!(task.family.to_string()),
        "LogGroup" => json!(deployment.log_group.as_ref().unwrap().name.to_string()),
        "ExecutionRole.Arn" => json!(task.execution_role_arn.as_ref().unwrap().to_string()),
        "TaskRole.Arn" => json!(task.task_role_arn.as_ref().unwrap().to_string()),
        "TokenSecret" => json!("<TOKEN_SECRET_ARN>"),
        "ProxyPasswordSecret" => json!("<PROXY_PASSWORD_SECRET_ARN>"),
        "DelegateToken" => json!("<DELEGATE_TOKEN>"),
        "ProxyPassword" => json!("<PROXY_PASSWORD>"),
        "Subnets" => json!(
            network
                .unwrap()
                .subnets
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        ),
        "SecurityGroups" => {
            json!(
                network
                    .unwrap()
                    .security_groups
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
            )
        }
        other => panic!("what is {other}?"),
    }
}

/// A node of a template with every reference resolved.
fn resolved(node: &Value, deployment: &Deployment) -> Value {
    match node {
        Value::Array(items) => items.iter().map(|item| resolved(item, deployment)).collect(),
        Value::Object(members) => match members.iter().next().map(|(name, value)| (name.as_str(), value)) {
            Some(("!Ref" | "!GetAtt", name)) => referred(name.as_str().unwrap(), deployment),
            Some(("!Sub", text)) => json!(substituted(text.as_str().unwrap(), deployment)),
            // All stacks of these tests create their cluster.
            Some(("!If", choice)) => resolved(&choice[1], deployment),
            _ => Value::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), resolved(value, deployment)))
                    .collect(),
            ),
        },
        other => other.clone(),
    }
}

/// Resolves the references in a text of `Fn::Sub`: `${!x}` is `${x}`.
fn substituted(text: &str, deployment: &Deployment) -> String {
    let mut parts = text.split("${");
    let mut all = parts.next().unwrap().to_owned();
    for part in parts {
        if let Some(literal) = part.strip_prefix('!') {
            all.push_str("${");
            all.push_str(literal);
        } else {
            let (name, rest) = part.split_once('}').unwrap();
            all.push_str(referred(name, deployment).as_str().unwrap());
            all.push_str(rest);
        }
    }
    all
}

/// A document of the API with CloudFormation's member names.
fn capitals(document: &Value) -> Value {
    match document {
        Value::Array(items) => items.iter().map(capitals).collect(),
        Value::Object(members) => {
            let capital = |name: &String| name[..1].to_uppercase() + &name[1..];
            let member = |(name, value): (&String, &Value)| {
                let is_map = name == "options";
                (
                    capital(name),
                    if is_map { value.clone() } else { capitals(value) },
                )
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    }
}

pub fn assert_same(template: &Value, case: &Case) {
    let Case {
        deployment, query, ..
    } = case;
    let properties = |name: &str| {
        let resource = &template["Resources"][name];
        if resource.is_null() {
            Value::Null
        } else {
            resolved(&resource["Properties"], deployment)
        }
    };
    let expected = capitals(&shown(&deployment.task_definition));
    assert_eq!(properties("TaskDefinition"), expected, "{query}");
    let expected = capitals(&shown(&deployment.service));
    assert_eq!(properties("Service"), expected, "{query}");

    let with_tags = |mut expected: Value| {
        if !deployment.tags.is_empty() {
            expected["Tags"] = capitals(&shown(&deployment.tags));
        }
        expected
    };
    for (role, name) in [
        (&deployment.execution_role, "ExecutionRole"),
        (&deployment.task_role, "TaskRole"),
    ] {
        let expected = role.as_ref().map(|role| {
            let mut expected =
                json!({ "RoleName": role.name.to_string(), "AssumeRolePolicyDocument": shown(&role.trust) });
            if let Some(policy) = &role.policy {
                expected["Policies"] =
                    json!([{ "PolicyName": role.policy_name, "PolicyDocument": shown(policy) }]);
            }
            with_tags(expected)
        });
        assert_eq!(properties(name), json!(expected), "{query}");
    }
    let expected = deployment.log_group.as_ref().map(|group| {
        let mut expected = json!({ "LogGroupName": group.name.to_string() });
        if let Some(days) = group.retention {
            expected["RetentionInDays"] = json!(days);
        }
        with_tags(expected)
    });
    assert_eq!(properties("LogGroup"), json!(expected), "{query}");
    for (what, name, parameter) in [
        (SecretKind::DelegateToken, "TokenSecret", "<DELEGATE_TOKEN>"),
        (
            SecretKind::ProxyPassword,
            "ProxyPasswordSecret",
            "<PROXY_PASSWORD>",
        ),
    ] {
        let secret = deployment
            .secrets
            .iter()
            .find(|s| s.kind == what && s.arn.is_none());
        let expected = secret.map(|secret| {
            let description = format!("Harness {}", secret.what());
            let mut expected =
                json!({ "Name": secret.name.to_string(), "Description": description, "SecretString": parameter });
            if let Some(key) = &secret.kms_key {
                expected["KmsKeyId"] = json!(key.to_string());
            }
            with_tags(expected)
        });
        assert_eq!(properties(name), json!(expected), "{query}");
    }
    assert_eq!(
        template["Resources"]["Cluster"].is_null(),
        !deployment.cluster.create,
        "{query}"
    );
}
