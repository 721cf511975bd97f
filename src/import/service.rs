//! Reads a service into the fields that hold a part of it.

use super::task_definition::{name_in_arn, tags, word};
use crate::document::tree::Tree;
use crate::facts::api::{OF_DEPLOYMENT, OF_DESCRIBED_SERVICE};
use crate::fields::{self, Field};
use crate::form::Form;

/// Sets the fields of a form. `has_task_definition` says whether a task definition was imported too: then its tags stay
/// among the form's, and it decides the launch type.
pub fn fill(document: &Tree, has_task_definition: bool, form: &mut Form) {
    let text = |path: &[&str]| {
        let value = path.iter().try_fold(document, |tree, name| tree.get(name))?;
        word(value)
    };
    let flag = |path: &[&str]| {
        let value = path.iter().try_fold(document, |tree, name| tree.get(name));
        (value == Some(&Tree::Flag(true))).to_string()
    };
    let provider = provider(document);
    // A capacity provider says less than the task definition.
    if let Some(launch_type) = launch_type(document, !has_task_definition) {
        form.set(&fields::LAUNCH_TYPE, vec![launch_type.to_owned()]);
    }
    let mut set =
        |field: &'static Field, text: Option<String>| form.set(field, vec![text.unwrap_or_default()]);
    set(
        &fields::CLUSTER,
        text(&["cluster"]).map(|cluster| name_in_arn(&cluster)),
    );
    set(&fields::SERVICE_NAME, text(&["serviceName"]));
    set(&fields::CAPACITY, provider);
    set(&fields::PLATFORM_VERSION, text(&["platformVersion"]));
    // One replica is what a blank field means.
    set(
        &fields::DESIRED_COUNT,
        text(&["desiredCount"]).filter(|count| count != "1"),
    );
    let deployment = "deploymentConfiguration";
    set(
        &fields::MINIMUM_HEALTHY_PERCENT,
        text(&[deployment, "minimumHealthyPercent"]),
    );
    set(&fields::MAXIMUM_PERCENT, text(&[deployment, "maximumPercent"]));
    set(
        &fields::CIRCUIT_BREAKER,
        Some(flag(&[deployment, "deploymentCircuitBreaker", "enable"])),
    );
    let network = ["networkConfiguration", "awsvpcConfiguration"];
    for (field, member) in [
        (&fields::SUBNETS, "subnets"),
        (&fields::SECURITY_GROUPS, "securityGroups"),
    ] {
        let list = document
            .get(network[0])
            .and_then(|tree| tree.get(network[1])?.get(member));
        let items: Option<Vec<String>> = list
            .map_or(&[][..], Tree::items)
            .iter()
            .map(Tree::words)
            .collect();
        set(field, items.map(|items| items.join(",")));
    }
    let is_public = text(&[network[0], network[1], "assignPublicIp"]).as_deref() == Some("ENABLED");
    set(&fields::ASSIGN_PUBLIC_IP, Some(is_public.to_string()));
    set(
        &fields::ENABLE_ECS_MANAGED_TAGS,
        Some(flag(&["enableECSManagedTags"])),
    );
    set(
        &fields::ENABLE_EXECUTE_COMMAND,
        Some(flag(&["enableExecuteCommand"])),
    );
    let propagate = text(&["propagateTags"]).unwrap_or_else(|| "NONE".to_owned());
    set(&fields::PROPAGATE_TAGS, Some(propagate));
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
    item.get("capacityProvider")
        .filter(|_| is_plain)
        .and_then(Tree::words)
}

fn launch_type(document: &Tree, goes_by_provider: bool) -> Option<&'static str> {
    let launch_type = document.get("launchType").and_then(Tree::words);
    let providers = document
        .get("capacityProviderStrategy")
        .map_or(&[][..], Tree::items);
    let is_fargate = |item: &Tree| {
        let name = item.get("capacityProvider").and_then(Tree::words);
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
    if let Some(cluster) = document.get("clusterArn").and_then(Tree::words) {
        service.put("cluster", Tree::Text(name_in_arn(&cluster).into()));
    }
    for (name, value) in document.members() {
        if !OF_DESCRIBED_SERVICE.contains(&name.as_str()) {
            service.put(name, value.clone());
        }
    }
    let deployments = document.get("deployments").map_or(&[][..], Tree::items);
    let is_primary =
        |deployment: &&Tree| deployment.get("status").and_then(Tree::words).as_deref() == Some("PRIMARY");
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
