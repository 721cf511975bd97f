//! The part of a service that an update can change.

use crate::deployment::Deployment;
use crate::deployment::needed_cli::NeededCli;
use crate::document::tree::Tree;
use crate::facts::aws_cli::Document;

/// Returns the versions of the AWS CLI that creating and updating a deployment needs, or `None` if every version in use
/// knows all members of its documents.
pub fn needed_cli(deployment: &Deployment) -> Option<NeededCli> {
    let service = deployment.service_tree();
    NeededCli::of(&[
        (Document::TaskDefinition, &deployment.task_definition_tree()),
        (Document::ServiceUpdate, &update_of(service.clone())),
        (Document::Service, &service),
    ])
}

/// Converts a service to the input of `UpdateService`. Members that have a default are always included, because a
/// missing member keeps the value of an earlier configuration.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html>.
pub fn update_of(service: Tree) -> Tree {
    let Tree::Map(mut members) = service else {
        return service;
    };
    let fixed = [
        "launchType",
        "schedulingStrategy",
        "tags",
        "loadBalancers",
        "clientToken",
        "role",
    ];
    members.retain(|(name, _)| !fixed.contains(&name.as_str()));
    for (name, _) in &mut members {
        if name == "serviceName" {
            "service".clone_into(name);
        }
    }
    let text = |text: &str| Tree::Text(text.into());
    let breaker = [("enable", Tree::Flag(false)), ("rollback", Tree::Flag(false))];
    let deployment = [
        ("deploymentCircuitBreaker", map(breaker)),
        ("minimumHealthyPercent", Tree::Number(100)),
        ("maximumPercent", Tree::Number(200)),
    ];
    let defaults = [
        ("deploymentConfiguration", map(deployment)),
        ("enableECSManagedTags", Tree::Flag(false)),
        ("propagateTags", text("NONE")),
        ("enableExecuteCommand", Tree::Flag(false)),
    ];
    complete(&mut members, map(defaults));
    Tree::Map(members)
}

fn map<const N: usize>(members: [(&str, Tree); N]) -> Tree {
    Tree::Map(members.map(|(name, value)| (name.to_owned(), value)).into())
}

/// Adds the defaults of missing members, also within objects.
fn complete(members: &mut Vec<(String, Tree)>, defaults: Tree) {
    let Tree::Map(defaults) = defaults else { return };
    for (name, default) in defaults {
        match members.iter_mut().find(|(member, _)| *member == name) {
            None => members.push((name, default)),
            Some((_, Tree::Map(members))) => complete(members, default),
            Some(_) => {}
        }
    }
}
