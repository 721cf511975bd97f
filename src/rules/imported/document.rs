//! The imported documents, for the rules about them.

use crate::document::conform::Limits;
use crate::document::tree::Tree;
use crate::facts::api::Shape;
use crate::facts::api_service::SERVICE;
use crate::facts::api_task_definition::TASK_DEFINITION;
use crate::fields::{self, Field};
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;

/// The imported documents, each with its description and the field under which its findings stand.
pub fn each_document<'a>(subject: &'a Subject) -> Vec<(&'a Tree, Shape, &'static Field)> {
    let carried = &subject.config.carried;
    let documents = [
        (carried.task_definition(), TASK_DEFINITION, &fields::FAMILY),
        (carried.service(), SERVICE, &fields::SERVICE_NAME),
    ];
    let documents = documents.into_iter();
    documents
        .filter_map(|(document, shape, field)| Some((document?, shape, field)))
        .collect()
}

/// The imported container that the form shows, with what the user changed since.
pub fn container(subject: &Subject) -> Option<Tree> {
    let at = subject.config.carried.imported()?.container;
    subject.config.carried.task_definition()?;
    let document = subject.deployment.task_definition_tree();
    document.get("containerDefinitions")?.items().get(at).cloned()
}

/// Returns what of the imported documents a format has no place for.
pub fn lost(subject: &Subject, limits: &Limits) -> Vec<(&'static Field, String)> {
    let documents = each_document(subject).into_iter();
    let lost = |(document, shape, field)| {
        let paths = limits.lost(document, shape).into_iter();
        paths.map(move |path| (field, path))
    };
    documents.flat_map(lost).collect()
}

/// Says what a format has no place for, once for each field.
pub fn said(lost: &[(&'static Field, String)], format: &str, problems: &mut Vec<Problem>) {
    for field in [&fields::FAMILY, &fields::SERVICE_NAME] {
        let paths: Vec<String> = lost
            .iter()
            .filter(|(other, _)| **other == *field)
            .map(|(_, path)| format!("`{path}`"))
            .collect();
        if !paths.is_empty() {
            let message = format!("{format} has no place for {}.", paths.join(", "));
            problems.push(Problem::new(field, message));
        }
    }
}
