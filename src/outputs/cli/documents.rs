//! The JSON documents for the AWS CLI, and the IAM policy for the user who runs it.

use crate::choices::Way;
use crate::document::json;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::facts::iam::{MANAGED_POLICY_MAX, USER_POLICY_MAX};
use crate::outputs::file::{Kind, Language, Output};
use crate::outputs::language::aws_cli::Command;
use crate::outputs::step::{Stage, Step};

const fn kind(name: &'static str, purpose: &'static str) -> Kind {
    Kind {
        name,
        language: Language::Json,
        way: Way::Cli,
        purpose,
    }
}

/// `task-spec.json`
pub const TASK_DEFINITION: Output = Output::new(
    kind(
        "task-spec.json",
        "the task definition, for `aws ecs register-task-definition`",
    ),
    |deployment| Some(json::pretty(&deployment.task_definition_tree())),
);

/// `service.json`
pub const SERVICE: Output = Output::new(
    kind("service.json", "the service, for `aws ecs create-service`"),
    |deployment| Some(json::pretty(&deployment.service_tree())),
);

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
    steps: |deployment, _| {
        let size = deployment.deployer_policy.size();
        vec![attach(&deployment.region, size)]
    },
    ..Output::new(
        kind(
            "deployer-policy.json",
            "what you must be allowed in order to run this",
        ),
        |deployment| Some(json::document(&deployment.deployer_policy)),
    )
};

/// Returns the step that gives the user the permissions. The size of the policy says which kind of policy can hold it.
fn attach(region: &Text, size: usize) -> Step {
    let command = |operation: &str, owner: &str, variable: &str| {
        Command::aws("iam", operation, region)
            .variable(owner, variable)
            .options("--policy-name", &["harness-delegate-deployer"])
            .options("--policy-document", &["file://deployer-policy.json"])
            .script()
    };
    let user = "The name of the IAM user who deploys";
    let role = "The name of the IAM role that deploys";
    let step = |sentence, command: Written| Step::new(Stage::Prepare, sentence).command(command);
    let step = if size <= USER_POLICY_MAX {
        let sentence = "Make sure that you may do what `deployer-policy.json` lists. The command gives an IAM user these \
                        permissions.";
        step(
            sentence,
            command("put-user-policy", "--user-name", "DEPLOYER_USER"),
        )
        .needs_variable("DEPLOYER_USER", user, false)
    } else if size <= MANAGED_POLICY_MAX {
        let sentence = "Make sure that you may do what `deployer-policy.json` lists. It is longer than the inline policies of \
                        a user may be, so the commands make a managed policy of it and attach that to an IAM user.";
        let create = Command::aws("iam", "create-policy", region)
            .options("--policy-name", &["harness-delegate-deployer"])
            .options("--policy-document", &["file://deployer-policy.json"])
            .options("--query", &["Policy.Arn"])
            .options("--output", &["text"])
            .script();
        let attach = Command::aws("iam", "attach-user-policy", region)
            .variable("--user-name", "DEPLOYER_USER")
            .variable("--policy-arn", "policy_arn")
            .script();
        let both = [create.between("policy_arn=$(", ") &&"), attach];
        step(sentence, Written::joined(&both, "\n")).needs_variable("DEPLOYER_USER", user, false)
    } else {
        let sentence = "Make sure that you may do what `deployer-policy.json` lists. It is longer than a managed policy may \
                        be, so the command makes it an inline policy of an IAM role, which may be longer.";
        step(
            sentence,
            command("put-role-policy", "--role-name", "DEPLOYER_ROLE"),
        )
        .needs_variable("DEPLOYER_ROLE", role, false)
    };
    step.needs_file("deployer-policy.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_fits_the_size_of_the_policy() {
        for (size, command) in [
            (USER_POLICY_MAX, "put-user-policy"),
            (USER_POLICY_MAX + 1, "create-policy"),
            (MANAGED_POLICY_MAX, "create-policy"),
            (MANAGED_POLICY_MAX + 1, "put-role-policy"),
        ] {
            let step = attach(&"us-west-2".into(), size);
            let said = step.command.expect("a command").into_text();
            for other in ["put-user-policy", "create-policy", "put-role-policy"] {
                assert_eq!(
                    said.contains(&format!("aws iam {other} ")),
                    other == command,
                    "{size}: {said}"
                );
            }
        }
    }
}
