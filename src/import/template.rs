//! The task definition and the service in a template of CloudFormation.

use super::failure::Failure;
use crate::document::tree::Tree;

/// Whether a document is a template.
pub fn is_template(document: &Tree) -> bool {
    let resources = document.get("Resources").map_or(&[][..], Tree::members);
    resources
        .iter()
        .any(|(_, resource)| resource.get("Type").is_some())
}

/// Returns the properties of the only resource of a type.
///
/// # Errors
///
/// The template has several resources of the type.
pub fn properties<'a>(template: &'a Tree, kind: &str) -> Result<Option<&'a Tree>, Failure> {
    let resources = template.get("Resources").map_or(&[][..], Tree::members);
    let is_of_kind = |resource: &Tree| resource.text_of("Type").as_deref() == Some(kind);
    let mut found = resources.iter().filter(|(_, resource)| is_of_kind(resource));
    match (found.next(), found.next()) {
        (Some((first, _)), Some((second, _))) => Err(Failure::of(format!(
            "The template has two resources of the type {kind}: `{first}` and `{second}`. Paste one of them."
        ))),
        (first, _) => Ok(first.and_then(|(_, resource)| resource.get("Properties"))),
    }
}
