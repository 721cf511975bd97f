//! The JSON documents for the AWS CLI, and the IAM policy for the user who runs it.

use crate::choices::Way;
use crate::document::json;
use crate::facts::iam::{MANAGED_POLICY_MAX, ROLE_POLICY_MAX, USER_POLICY_MAX};
use crate::outputs::file::{Kind, Language, Output, Stage, Step};

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
    steps: |deployment| {
        let size = deployment.deployer_policy.size();
        vec![Step::new(Stage::Prepare, attach(size))]
    },
    ..Output::new(
        kind(
            "deployer-policy.json",
            "what you must be allowed in order to run this",
        ),
        |deployment| Some(json::document(&deployment.deployer_policy)),
    )
};

/// Says how to give the user the permissions, by the size of the policy.
fn attach(size: usize) -> String {
    let sentence = "Make sure that you may do what `deployer-policy.json` lists.";
    let user = "`aws iam put-user-policy --user-name USER --policy-name harness-delegate-deployer \
        --policy-document file://deployer-policy.json` gives a user these permissions.";
    let managed = "`aws iam create-policy --policy-name harness-delegate-deployer \
        --policy-document file://deployer-policy.json` makes a managed policy of it, and \
        `aws iam attach-user-policy --user-name USER --policy-arn ARN` attaches that to a user.";
    let role = "`aws iam put-role-policy --role-name ROLE --policy-name harness-delegate-deployer \
        --policy-document file://deployer-policy.json` gives a role these permissions.";
    if size <= USER_POLICY_MAX {
        format!("{sentence} {user}")
    } else if size <= MANAGED_POLICY_MAX {
        format!(
            "{sentence} It has {size} characters without white space, and the inline policies of a user have at most \
             {USER_POLICY_MAX}. {managed}"
        )
    } else {
        format!(
            "{sentence} It has {size} characters without white space, and a managed policy has at most \
             {MANAGED_POLICY_MAX}; the inline policies of a role have at most {ROLE_POLICY_MAX}. {role}"
        )
    }
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
            let said = attach(size);
            let commands = ["put-user-policy", "create-policy", "put-role-policy"];
            for other in commands {
                assert_eq!(
                    said.contains(&format!("`aws iam {other} ")),
                    other == command,
                    "{size}: {said}"
                );
            }
        }
    }
}
