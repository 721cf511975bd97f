//! Imported documents. What a field holds of them is in the form; they keep the rest, and the order of everything. They
//! go into the generated documents, but not into links or storage.

pub mod merge;

use crate::document::json;
use crate::document::tree::Tree;
use std::sync::Arc;

/// What an import brought. It is shared, because the history of the page has a copy for each step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried(Option<Arc<Imported>>);

/// Imported documents, and what the form generated in their place right after the import.
///
/// The difference between that and what the form generates now is what the user changed since. The generated document is
/// the imported one with these changes ([`merge`]), so it is the imported one as long as nobody changes anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The task definition as input of `RegisterTaskDefinition`, if one was imported.
    pub task_definition: Option<Tree>,
    /// The service as input of `CreateService`, if one was imported.
    pub service: Option<Tree>,
    /// The position of the container that the form shows, among those of the imported task definition.
    pub container: usize,
    /// Whether that container is a delegate.
    pub is_delegate: bool,
    /// The keys of fields that the task definition has nothing for, and that are derived elsewhere: an imported
    /// container without memory gets none because the task has some.
    pub not_derived: Vec<&'static str>,
    /// The form right after the import: keys of fields with their texts.
    pub texts: Vec<(&'static str, Vec<String>)>,
    /// What that form generates.
    pub base: Base,
}

/// What a form generates without the documents that it carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Base {
    /// The task definition.
    pub task_definition: Tree,
    /// The service.
    pub service: Tree,
}

impl Carried {
    /// Carries these documents.
    pub fn new(imported: Imported) -> Self {
        Self(Some(Arc::new(imported)))
    }

    /// Returns the imported documents, if there are any.
    pub fn imported(&self) -> Option<&Imported> {
        self.0.as_deref()
    }

    /// Returns the imported task definition.
    pub fn task_definition(&self) -> Option<&Tree> {
        self.imported()?.task_definition.as_ref()
    }

    /// Returns the imported service.
    pub fn service(&self) -> Option<&Tree> {
        self.imported()?.service.as_ref()
    }

    /// Returns the imported container that the form shows.
    pub fn container(&self) -> Option<&Tree> {
        let containers = self.task_definition()?.get("containerDefinitions")?;
        containers.items().get(self.imported()?.container)
    }

    /// Whether the imported documents hold a secret.
    pub fn holds_secret(&self) -> bool {
        let documents = [self.task_definition(), self.service()];
        let mut documents = documents.into_iter().flatten();
        documents.any(|document| !json::line(document).secrets().is_empty())
    }

    /// Whether the imported task definition has no such member. `false` if none was imported.
    pub fn lacks(&self, member: &str) -> bool {
        self.task_definition()
            .is_some_and(|document| document.get(member).is_none())
    }

    /// Whether nothing may be derived for a field: the imported task definition does without.
    pub fn does_without(&self, key: &str) -> bool {
        self.imported()
            .is_some_and(|imported| imported.not_derived.contains(&key))
    }
}
