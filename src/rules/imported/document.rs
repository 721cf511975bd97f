//! The imported documents, for the rules about them.

use crate::document::conform::{Fault, Limits, faults};
use crate::document::tree::Tree;
use crate::facts::api::Shape;
use crate::facts::api_service::SERVICE;
use crate::facts::api_task_definition::TASK_DEFINITION;
use crate::fields::{self, Field};
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;
use crate::words::listed;

/// The imported documents, each with its description and the field under which its findings stand.
fn each_document<'a>(subject: &'a Subject) -> Vec<(&'a Tree, Shape, &'static Field)> {
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
        let paths = limits.split(document, shape).1.into_iter();
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
            let message = format!("{format} has no place for {}.", listed(&paths));
            problems.push(Problem::new(field, message));
        }
    }
}

/// How many faults of a document have a finding of their own.
const FAULTS_MAX: usize = 20;

/// Reports the faults of one sort: `says` returns the message of a fault that is of it.
pub fn report(subject: &Subject, says: impl Fn(&str, Fault) -> Option<String>, problems: &mut Vec<Problem>) {
    for (document, shape, field) in each_document(subject) {
        let all = faults(document, shape).into_iter();
        let mut messages: Vec<String> = all.filter_map(|(path, fault)| says(&path, fault)).collect();
        let more = messages.len().saturating_sub(FAULTS_MAX);
        messages.truncate(FAULTS_MAX);
        if more > 0 {
            messages.push(format!("The document has {more} more members like this."));
        }
        problems.extend(messages.into_iter().map(|message| Problem::new(field, message)));
    }
}
