//! The documents of a deployment that carries imported ones, and what the imported containers need.

use super::secret::Secret;
use super::service::Service;
use super::task_definition::TaskDefinition;
use crate::carried::{Base, Carried};
use crate::document::json;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::fields::{self, Field};

/// The documents with what was imported. One is absent if nothing was imported for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// The task definition.
    pub task_definition: Option<Tree>,
    /// The service.
    pub service: Option<Tree>,
}

impl Merged {
    /// Brings what the form says into the imported documents.
    pub fn of(carried: &Carried, task_definition: &TaskDefinition, service: &Service) -> Self {
        let Some(imported) = carried.imported() else {
            return Self::default();
        };
        let now = generated(task_definition, service);
        let is_same_task = now.task_definition == imported.base.task_definition;
        Self {
            task_definition: imported.merged_task_definition(&now.task_definition),
            service: imported.merged_service(&now.service, is_same_task),
        }
    }

    /// Returns what the containers need, where `generated` is what the form alone makes.
    pub fn needs(&self, generated: &TaskDefinition) -> Needs {
        let merged = self.task_definition.as_ref();
        merged.map_or_else(|| Needs::of_generated(generated), Needs::of)
    }

    /// Returns those of the fields without a value that the documents really lack. An imported document needs no value
    /// for what it does without.
    pub fn needed(
        &self,
        mut fields: Vec<&'static Field>,
        service: &Service,
        secrets: &[Secret],
    ) -> Vec<&'static Field> {
        if self.task_definition.is_none() && self.service.is_none() {
            return fields;
        }
        let mut shown: Vec<Written> = secrets.iter().map(|secret| secret.name.shown()).collect();
        shown.push(service.service_name.shown());
        let documents = [&self.task_definition, &self.service];
        shown.extend(documents.into_iter().flatten().map(json::line));
        let is_shown = |field: &Field| {
            let mut marks = shown.iter().flat_map(Written::missing);
            marks.any(|mark| mark.field == field.key)
        };
        for (document, members) in documents.into_iter().zip([OF_TASK_DEFINITION, OF_SERVICE]) {
            fields.retain(|field| document.is_none() || !members.contains(field) || is_shown(field));
        }
        fields
    }
}

/// The fields that only a task definition has a value of.
const OF_TASK_DEFINITION: &[&Field] = &[
    &fields::ACCOUNT_ID,
    &fields::MANAGER_URL,
    &fields::LOG_SERVICE_URL,
    &fields::TOKEN,
    &fields::TOKEN_SECRET_ARN,
    &fields::PROXY_PASSWORD_SECRET_ARN,
    &fields::IMAGE,
    &fields::CPU,
    &fields::MEMORY,
    &fields::HOSTNAME,
    &fields::DELEGATE_NAME,
];

/// The fields that only a service has a value of.
const OF_SERVICE: &[&Field] = &[&fields::SUBNETS, &fields::SECURITY_GROUPS];

/// Returns what the form alone generates.
pub fn generated(task_definition: &TaskDefinition, service: &Service) -> Base {
    Base {
        task_definition: Tree::of(task_definition),
        service: Tree::of(service),
    }
}

/// What ECS fetches to start the containers of a task definition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// The `valueFrom` texts of secrets, and the secrets with the passwords of registries.
    pub secrets: Vec<Text>,
    /// The images.
    pub images: Vec<Text>,
    /// The log groups of containers that write to CloudWatch Logs.
    pub log_groups: Vec<Text>,
}

impl Needs {
    /// Returns what a task definition needs that consists of one generated container.
    pub fn of_generated(task_definition: &TaskDefinition) -> Self {
        let containers = &task_definition.container_definitions;
        let secrets = containers.iter().flat_map(|container| &container.secrets);
        let logs = containers
            .iter()
            .filter_map(|container| container.log_configuration.as_ref());
        Self {
            secrets: secrets.map(|secret| secret.value_from.clone()).collect(),
            images: containers
                .iter()
                .map(|container| container.image.clone())
                .collect(),
            log_groups: logs.map(|logs| logs.options.awslogs_group.clone()).collect(),
        }
    }

    /// Returns what any task definition needs.
    pub fn of(task_definition: &Tree) -> Self {
        let mut needs = Self::default();
        for container in task_definition.list("containerDefinitions") {
            needs.images.extend(text(container.get("image")));
            needs.secrets.extend(value_froms(container.list("secrets")));
            let registry = container.at(&["repositoryCredentials", "credentialsParameter"]);
            needs.secrets.extend(text(registry));
            let Some(logs) = container.get("logConfiguration") else {
                continue;
            };
            needs.secrets.extend(value_froms(logs.list("secretOptions")));
            if logs.text_of("logDriver").as_deref() == Some("awslogs") {
                let group = logs.at(&["options", "awslogs-group"]);
                needs.log_groups.extend(text(group));
            }
        }
        needs
    }
}

fn text(tree: Option<&Tree>) -> Option<Text> {
    match tree {
        Some(Tree::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn value_froms(secrets: &[Tree]) -> impl Iterator<Item = Text> {
    secrets.iter().filter_map(|item| text(item.get("valueFrom")))
}
