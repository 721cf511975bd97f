//! The JSON documents for the AWS CLI, and the IAM policy for the user who runs it.

use super::steps::deployer;
use crate::choices::Way;
use crate::document::json;
use crate::outputs::file::{Kind, Language, Output};

const fn kind(name: &'static str, purpose: &'static str) -> Kind {
    Kind {
        name,
        language: Language::Json,
        way: Way::Cli,
        purpose,
    }
}

/// `task-spec.json`
pub const TASK_DEFINITION: Output =
    Output::new(kind("task-spec.json", "the task definition"), |deployment| {
        Some(json::pretty(&deployment.task_definition_tree()))
    });

/// `service.json`
pub const SERVICE: Output = Output::new(kind("service.json", "the service"), |deployment| {
    Some(json::pretty(&deployment.service_tree()))
});

/// `execution-role-trust.json`
pub const EXECUTION_ROLE_TRUST: Output = Output::new(
    kind("execution-role-trust.json", "who may take the execution role"),
    |deployment| Some(json::document(&deployment.execution_role.as_ref()?.trust)),
);

/// `execution-role-policy.json`
pub const EXECUTION_ROLE_POLICY: Output = Output::new(
    kind("execution-role-policy.json", "what ECS may do to start the task"),
    |deployment| {
        Some(json::document(
            deployment.execution_role.as_ref()?.policy.as_ref()?,
        ))
    },
);

/// `task-role-trust.json`
pub const TASK_ROLE_TRUST: Output = Output::new(
    kind("task-role-trust.json", "who may take the task role"),
    |deployment| Some(json::document(&deployment.task_role.as_ref()?.trust)),
);

/// `task-role-policy.json`
pub const TASK_ROLE_POLICY: Output = Output::new(
    kind("task-role-policy.json", "what the delegate may do at AWS"),
    |deployment| Some(json::document(deployment.task_role.as_ref()?.policy.as_ref()?)),
);

/// `deployer-policy.json`
pub const DEPLOYER_POLICY: Output = Output {
    steps: |deployment, _| vec![deployer::step(deployment)],
    ..Output::new(
        kind("deployer-policy.json", "what you must be allowed"),
        |deployment| Some(json::document(&deployment.deployer_policy)),
    )
};
