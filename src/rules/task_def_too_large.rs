//! The task definition is larger than ECS stores.

use crate::deployment::Deployment;
use crate::document::{json, tree::Tree};
use crate::facts::limits::TASK_DEFINITION_BYTES;
use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Problem, Rule, Subject, links};

/// `task-def-too-large`
pub static RULE: Rule = Rule {
    id: "task-def-too-large",
    severity: Severity::Error,
    what: native("The task definition has more than 65536 bytes."),
    consequence: "`register-task-definition` fails: *Actual length: '66420'. Max allowed length is '65536' bytes.*",
    source: links::QUOTAS,
    check: |subject, problems| {
        let bytes = bytes(subject.deployment);
        if bytes > TASK_DEFINITION_BYTES {
            let message =
                format!("The task definition has `{bytes}` bytes; `{TASK_DEFINITION_BYTES}` are allowed.");
            problems.push(Problem::new(largest(subject), message));
        }
    },
    fires: native("init_script={64500}"),
    quiet: native("init_script={63000}"),
};

/// The JSON's length as the API gets it.
pub fn bytes(deployment: &Deployment) -> usize {
    let document = Tree::of(&deployment.task_definition).with(&deployment.carried.task_definition);
    json::line(&document).len()
}

/// The field to shorten.
pub fn largest(subject: &Subject) -> &'static fields::Field {
    let rows = |rows: &[crate::config::Row]| rows.iter().map(|row| row.value.len()).sum::<usize>();
    let config = subject.config;
    [
        (config.init_script.len(), &fields::INIT_SCRIPT),
        (rows(&config.env), &fields::ENV),
        (config.delegate_description.len(), &fields::DELEGATE_DESCRIPTION),
        (config.delegate_tags.len(), &fields::DELEGATE_TAGS),
    ]
    .into_iter()
    .max_by_key(|(length, _)| *length)
    .map_or(&fields::INIT_SCRIPT, |(_, field)| field)
}
