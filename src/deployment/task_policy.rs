//! The policy of the task role: what the delegate may do in AWS.
//! Source: [`crate::facts::sources::ECS_TUTORIAL`] for ECS,
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html> for ECS Exec, read 2026-11.

use super::policy::{PolicyDocument, Statement};
use crate::choices::TaskRolePermissions;
use crate::config::Config;
use crate::document::text::Text;

/// Builds the policy of the task role, or returns `None` if it would allow nothing. For a role that exists already, it is
/// what the role must allow.
pub fn policy(config: &Config) -> Option<PolicyDocument> {
    let mut statements: Vec<Statement> = exec(config).into_iter().collect();
    if config.chooses_permissions() {
        statements.append(&mut chosen(config));
    }
    PolicyDocument::of(statements)
}

fn exec(config: &Config) -> Option<Statement> {
    let actions = [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];
    let is_used = config.enable_execute_command;
    is_used.then(|| Statement::allow("EcsExec", &actions, any()))
}

/// Builds the policy with the permissions that the user chose for the delegate, without those for ECS Exec.
pub fn delegate_policy(config: &Config) -> Option<PolicyDocument> {
    PolicyDocument::of(chosen(config))
}

fn chosen(config: &Config) -> Vec<Statement> {
    match config.task_role_permissions {
        TaskRolePermissions::None => Vec::new(),
        TaskRolePermissions::DeployEcs => deploy_ecs(config),
        TaskRolePermissions::ReadEcr => vec![
            Statement::allow("LogInToEcr", &["ecr:GetAuthorizationToken"], any()),
            Statement::allow("ReadEcr", READ_ECR, vec![config.arn("ecr", "repository/*")]),
        ],
        TaskRolePermissions::AssumeRoles => {
            let roles = config.assume_role_arns.texts();
            vec![Statement::allow("AssumeRoles", &["sts:AssumeRole"], roles)]
        }
        TaskRolePermissions::ReadS3 => {
            let bucket = bucket(config);
            let list = ["s3:ListBucket", "s3:GetBucketLocation"];
            let read = ["s3:GetObject", "s3:GetObjectVersion"];
            vec![
                Statement::allow("ListBucket", &list, vec![bucket.clone()]),
                Statement::allow("ReadObjects", &read, vec![bucket.then("/*")]),
            ]
        }
        TaskRolePermissions::AllS3 => {
            let bucket = bucket(config);
            let resources = vec![bucket.clone(), bucket.then("/*")];
            vec![Statement::allow("GetArtifacts", &["s3:*"], resources)]
        }
    }
}

fn any() -> Vec<Text> {
    vec!["*".into()]
}

fn bucket(config: &Config) -> Text {
    config.arn_of(Text::from("s3:::").then(config.s3_bucket.text()))
}

/// Returns the permissions for ECS deployments that Harness documents.
fn deploy_ecs(config: &Config) -> Vec<Statement> {
    let arn = |service: &str, resource: &str| {
        let rest = Text::from(format!("{service}:*:")).then(config.account_text());
        config.arn_of(rest.then(format!(":{resource}")))
    };
    let scoped = |sid, actions: &[&'static str], service: &str, resource: &str| {
        Statement::allow(sid, actions, vec![arn(service, resource)])
    };
    // ECS asks for this as soon as a service or a task definition is created with tags.
    let tagged = vec![arn("ecs", "service/*"), arn("ecs", "task-definition/*")];
    let register = ["ecs:RegisterTaskDefinition"];
    let instances = ["ecs:DescribeContainerInstances"];
    let images = ["ecr:DescribeImages", "ecr:DescribeRepositories", "ecr:ListImages"];
    let pass = Statement::allow("PassRolesToTasks", &["iam:PassRole"], vec![config.role_arn("*")]);
    vec![
        scoped("DeployServices", DEPLOY_SERVICES, "ecs", "service/*"),
        scoped("RegisterTaskDefinitions", &register, "ecs", "task-definition/*"),
        Statement::allow("TagWhatIsCreated", &["ecs:TagResource"], tagged),
        scoped("SeeTasks", &["ecs:DescribeTasks"], "ecs", "task/*"),
        scoped("SeeInstances", &instances, "ecs", "container-instance/*"),
        scoped("SeeImages", &images, "ecr", "repository/*"),
        Statement::allow("SeeWhatHasNoResource", SEE_ANY, any()),
        pass.when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
    ]
}

const DEPLOY_SERVICES: &[&str] = &[
    "ecs:CreateService",
    "ecs:DeleteService",
    "ecs:DescribeServices",
    "ecs:UpdateService",
];

/// Actions that IAM authorizes on the resource `*` only; `ecs:ListTasks` unless the call names a container instance.
const SEE_ANY: &[&str] = &[
    "application-autoscaling:DescribeScalableTargets",
    "application-autoscaling:DescribeScalingPolicies",
    "ecs:DescribeTaskDefinition",
    "ecs:ListClusters",
    "ecs:ListServices",
    "ecs:ListTasks",
    "iam:ListRoles",
];

const READ_ECR: &[&str] = &[
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:DescribeImages",
    "ecr:DescribeRepositories",
    "ecr:GetDownloadUrlForLayer",
    "ecr:ListImages",
];
