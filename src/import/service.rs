//! Reads a service into the fields that hold a part of it.

use super::task_definition::{name_in_arn, tags, word};
use crate::document::tree::Tree;
use crate::facts::api::{OF_DEPLOYMENT, OF_DESCRIBED_SERVICE};
use crate::facts::ecs::DEFAULT_CLUSTER;
use crate::fields::{self, Field};
use crate::form::Form;

/// Sets the fields of a form. `has_task_definition` says whether a task definition was imported too: then its tags stay
/// among the form's, and it decides the launch type.
pub fn fill(document: &Tree, has_task_definition: bool, form: &mut Form) {
    // A capacity provider says less than the task definition.
    if let Some(launch_type) = launch_type(document, !has_task_definition) {
        set(form, &fields::LAUNCH_TYPE, Some(launch_type.to_owned()));
    }
    // Without a name, AWS takes the cluster of this one.
    let cluster = text(document, &["cluster"]).unwrap_or_else(|| DEFAULT_CLUSTER.to_owned());
    set(form, &fields::CLUSTER, Some(name_in_arn(&cluster)));
    set(form, &fields::CAPACITY, provider(document));
    // One replica is what a blank field means.
    let count = text(document, &["desiredCount"]).filter(|count| count != "1");
    set(form, &fields::DESIRED_COUNT, count);
    let propagate = text(document, &["propagateTags"]).unwrap_or_else(|| "NONE".to_owned());
    set(form, &fields::PROPAGATE_TAGS, Some(propagate));
    for (field, path) in TEXTS {
        set(form, field, text(document, path));
    }
    for (field, path) in FLAGS {
        let is_on = document.at(path) == Some(&Tree::Flag(true));
        set(form, field, Some(is_on.to_string()));
    }
    network(document, form);
    let mut rows = if has_task_definition {
        form.texts(&fields::TAGS)
    } else {
        Vec::new()
    };
    for row in tags(document) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    form.set(&fields::TAGS, rows);
}

/// The fields that hold a text or a number of the service.
const TEXTS: [(&Field, &[&str]); 4] = [
    (&fields::SERVICE_NAME, &["serviceName"]),
    (&fields::PLATFORM_VERSION, &["platformVersion"]),
    (
        &fields::MINIMUM_HEALTHY_PERCENT,
        &["deploymentConfiguration", "minimumHealthyPercent"],
    ),
    (
        &fields::MAXIMUM_PERCENT,
        &["deploymentConfiguration", "maximumPercent"],
    ),
];

/// The fields that hold a flag of the service.
const FLAGS: [(&Field, &[&str]); 3] = [
    (&fields::ENABLE_ECS_MANAGED_TAGS, &["enableECSManagedTags"]),
    (&fields::ENABLE_EXECUTE_COMMAND, &["enableExecuteCommand"]),
    (
        &fields::CIRCUIT_BREAKER,
        &["deploymentConfiguration", "deploymentCircuitBreaker", "enable"],
    ),
];

fn set(form: &mut Form, field: &'static Field, text: Option<String>) {
    form.set(field, vec![text.unwrap_or_default()]);
}

fn text(document: &Tree, path: &[&str]) -> Option<String> {
    word(document.at(path)?)
}

fn network(document: &Tree, form: &mut Form) {
    let none = Tree::default();
    let network = document.at(&["networkConfiguration", "awsvpcConfiguration"]);
    let network = network.unwrap_or(&none);
    for (field, name) in [
        (&fields::SUBNETS, "subnets"),
        (&fields::SECURITY_GROUPS, "securityGroups"),
    ] {
        let items: Option<Vec<String>> = network.list(name).iter().map(Tree::words).collect();
        set(form, field, items.map(|items| items.join(",")));
    }
    let is_public = network.text_of("assignPublicIp").as_deref() == Some("ENABLED");
    set(form, &fields::ASSIGN_PUBLIC_IP, Some(is_public.to_string()));
}

/// The only capacity provider, with the weight that the form gives it.
fn provider(document: &Tree) -> Option<String> {
    let [item] = document.get("capacityProviderStrategy")?.items() else {
        return None;
    };
    let is_plain = item.members().iter().all(|(name, value)| match name.as_str() {
        "capacityProvider" => true,
        "weight" => *value == Tree::Number(1),
        "base" => *value == Tree::Number(0),
        _ => false,
    });
    item.text_of("capacityProvider").filter(|_| is_plain)
}

fn launch_type(document: &Tree, goes_by_provider: bool) -> Option<&'static str> {
    let launch_type = document.text_of("launchType");
    let providers = document.list("capacityProviderStrategy");
    let is_fargate = |item: &Tree| {
        let name = item.text_of("capacityProvider");
        name.is_some_and(|name| name.starts_with("FARGATE"))
    };
    match launch_type.as_deref() {
        Some("FARGATE") => Some("FARGATE"),
        Some("EC2") => Some("EC2"),
        None if !goes_by_provider => None,
        None if providers.iter().any(is_fargate) => Some("FARGATE"),
        None if !providers.is_empty() => Some("EC2"),
        _ => None,
    }
}

/// Returns a described service as one that can be created: without what only the description has, and with what it says
/// of the cluster and of its primary deployment.
pub fn of_described(document: &Tree) -> Tree {
    let mut service = Tree::default();
    if let Some(cluster) = document.text_of("clusterArn") {
        service.put("cluster", Tree::Text(name_in_arn(&cluster).into()));
    }
    for (name, value) in document.members() {
        if !OF_DESCRIBED_SERVICE.contains(&name.as_str()) {
            service.put(name, value.clone());
        }
    }
    let deployments = document.list("deployments");
    let is_primary = |deployment: &&Tree| deployment.text_of("status").as_deref() == Some("PRIMARY");
    for name in OF_DEPLOYMENT {
        let value = deployments
            .iter()
            .find(is_primary)
            .and_then(|deployment| deployment.get(name));
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            service.put(name, value.clone());
        }
    }
    service
}

/// Whether a document is the description of a service, not the input that creates it.
pub fn is_described(document: &Tree) -> bool {
    ["serviceArn", "clusterArn", "deployments", "events"]
        .iter()
        .any(|name| document.get(name).is_some())
}
