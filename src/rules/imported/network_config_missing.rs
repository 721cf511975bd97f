//! An imported service has no network for a task definition that needs one.

use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `network-config-missing`
pub const RULE: Rule = Rule {
    id: "network-config-missing",
    severity: Severity::Error,
    what: "An imported document has the network mode `awsvpc`, and the service has no subnets.",
    consequence: "AWS refuses the service: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    source: sources::SERVICE,
    check: |subject, problems| {
        if subject.config.carried.imported().is_none()
            || subject.deployment.missing.contains(&&fields::SUBNETS)
        {
            return;
        }
        let mode = subject.deployment.task_definition_tree().text_of("networkMode");
        let service = subject.deployment.service_tree();
        let subnets = service.at(&["networkConfiguration", "awsvpcConfiguration", "subnets"]);
        let has_subnets = subnets.is_some_and(|subnets| !subnets.is_empty());
        if mode.as_deref() == Some("awsvpc") && !has_subnets {
            let message = "The task definition has the network mode `awsvpc`. Give the subnets of its tasks.";
            problems.push(Problem::new(&fields::SUBNETS, message));
        }
    },
    fires: "\n{\"family\": \"a\", \"networkMode\": \"awsvpc\", \"requiresCompatibilities\": [\"EC2\"], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"memory\": 2048}]}{\"serviceName\": \"b\", \"launchType\": \"EC2\"}",
    quiet: "\n{\"family\": \"a\", \"networkMode\": \"awsvpc\", \"requiresCompatibilities\": [\"EC2\"], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"memory\": 2048}]}{\"serviceName\": \"b\", \"launchType\": \"EC2\", \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\": [\"subnet-0a1b2c3d4e5f67890\"]}}}",
};
