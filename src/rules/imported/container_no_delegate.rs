//! No container of an imported task definition looks like a delegate.

use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `container-no-delegate`
pub const RULE: Rule = Rule {
    id: "container-no-delegate",
    severity: Severity::Info,
    what: "No container of the imported task definition looks like a delegate.",
    consequence: "The form shows the first container that the task needs. Its name, image and variables stay as they are, and it gets no variable of a delegate that you don't give.",
    source: sources::ON_ECS,
    check: |subject, problems| {
        let Some(imported) = subject.config.carried.imported() else {
            return;
        };
        if imported.task_definition.is_none() || imported.is_delegate {
            return;
        }
        let name = subject
            .config
            .carried
            .container()
            .and_then(|container| container.text_of("name"));
        let message = match name {
            Some(name) => format!("No container looks like a delegate. The form shows `{name}`."),
            None => "The imported task definition has no container.".to_owned(),
        };
        problems.push(Problem::new(&fields::CONTAINER_NAME, message));
    },
    fires: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"nginx:1.27\", \"memory\": 128}]}",
    quiet: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"harness/delegate:26.10.87203\"}]}",
};
