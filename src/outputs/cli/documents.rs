//! The documents that the AWS CLI is handed: the task definition and the service.

use crate::deployment::Deployment;
use crate::document::json::pretty;
use crate::document::tree::Tree;

/// `task-spec.json`
pub fn task_definition(deployment: &Deployment) -> String {
    pretty(&Tree::of(&deployment.task_definition).with(&deployment.carried.task_definition))
}

/// `service.json`
pub fn service(deployment: &Deployment) -> String {
    pretty(&Tree::of(&deployment.service).with(&deployment.carried.service))
}
