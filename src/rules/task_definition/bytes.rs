//! The size of the task definition, and the field that makes it large.

use crate::deployment::Deployment;
use crate::document::json;
use crate::fields;
use crate::rules::subject::Subject;

/// Returns the size of the JSON that the API gets, in bytes.
pub fn bytes(deployment: &Deployment) -> usize {
    json::line(&deployment.task_definition_tree()).text().len()
}

/// Returns the longest field, which is the one to shorten.
pub fn largest(subject: &Subject) -> &'static fields::Field {
    let rows = |rows: &[crate::config::Row]| rows.iter().map(|row| row.value.len()).sum::<usize>();
    let config = subject.config;
    [
        (config.init_script.as_str().len(), &fields::INIT_SCRIPT),
        (rows(&config.env), &fields::ENV),
        (
            config.delegate_description.as_str().len(),
            &fields::DELEGATE_DESCRIPTION,
        ),
        (config.delegate_tags.as_str().len(), &fields::DELEGATE_TAGS),
    ]
    .into_iter()
    .max_by_key(|(length, _)| *length)
    .map_or(&fields::INIT_SCRIPT, |(_, field)| field)
}
