//! The command that restarts the tasks of the service.

use super::language::aws_cli::Command;
use super::step::{Stage, Step};
use crate::deployment::Deployment;

/// Returns the step after a secret has a new value, or `None` if the deployment creates no secret. ECS reads a secret only
/// when it starts a task, so running tasks keep the old value.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html>, read 2026-11.
pub fn after_new_secret(deployment: &Deployment) -> Option<Step> {
    deployment.created_secrets().next()?;
    let sentence =
        "If you give a secret a new value, restart the tasks: ECS reads a secret only when it starts a task.";
    Some(Step::new(Stage::Later, sentence).quietly(&command(deployment).script()))
}

/// Returns the command that replaces all tasks of the service.
fn command(deployment: &Deployment) -> Command {
    Command::aws("ecs", "update-service", &deployment.region)
        .option("--cluster", &deployment.cluster.name)
        .option("--service", &deployment.service.service_name)
        .flag("--force-new-deployment")
}
