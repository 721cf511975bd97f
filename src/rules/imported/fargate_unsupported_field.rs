//! An imported document has members that Fargate refuses.

use crate::document::tree::Tree;
use crate::facts::fargate::{REFUSED, REFUSED_OF_CONTAINER, REFUSED_OF_LINUX, REFUSED_OF_VOLUME};
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `fargate-unsupported-field`
pub const RULE: Rule = Rule {
    id: "fargate-unsupported-field",
    severity: Severity::Error,
    what: "An imported task definition for Fargate has a member that Fargate does not take.",
    consequence: "AWS refuses the task definition.",
    source: sources::FARGATE_TASKS,
    check: |subject, problems| {
        if !subject.config.is_fargate() || subject.config.carried.task_definition().is_none() {
            return;
        }
        let document = subject.deployment.task_definition_tree();
        let mut refused = named(&document, REFUSED, "");
        for container in document.list("containerDefinitions") {
            refused.extend(named(container, REFUSED_OF_CONTAINER, ""));
            if let Some(linux) = container.get("linuxParameters") {
                refused.extend(named(linux, REFUSED_OF_LINUX, "linuxParameters."));
            }
        }
        for volume in document.list("volumes") {
            refused.extend(named(volume, REFUSED_OF_VOLUME, "volumes."));
            let host = volume.get("host").and_then(|host| host.get("sourcePath"));
            refused.extend(host.map(|_| "volumes.host.sourcePath".to_owned()));
        }
        refused.dedup();
        for path in refused {
            let message = format!("Fargate does not take `{path}`.");
            problems.push(Problem::new(&fields::LAUNCH_TYPE, message));
        }
    },
    fires: "\n{\"family\": \"a\", \"requiresCompatibilities\": [\"FARGATE\"], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"privileged\": true}]}",
    quiet: "\n{\"family\": \"a\", \"requiresCompatibilities\": [\"FARGATE\"], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"privileged\": false}]}",
};

/// The members of these names that say something: not those that are empty, or `false`.
fn named(tree: &Tree, names: &[&str], path: &str) -> Vec<String> {
    let is_said = |name: &&&str| {
        tree.get(name)
            .is_some_and(|value| !value.is_empty() && !value.is_null())
    };
    names
        .iter()
        .filter(is_said)
        .map(|name| format!("{path}{name}"))
        .collect()
}
