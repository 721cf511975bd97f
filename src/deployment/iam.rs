//! The two roles of the task and what they may do: the least that this configuration needs.

use super::tags::Tag;
use crate::aws::image::{EcrRepository, Image};
use crate::aws::{region as of_region, secret};
use crate::choices::TaskRolePermissions;
use crate::config::Config;
use crate::document::text::Text;
use serde::Serialize;

/// A role that is created with the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its name, 64 characters at most.
    pub name: Text,
    /// The name of its inline policy.
    pub policy_name: &'static str,
    /// Who may take it.
    pub trust: PolicyDocument,
    /// What it may do; `None` for nothing.
    pub policy: Option<PolicyDocument>,
    /// Its tags.
    pub tags: Vec<Tag>,
}

/// An IAM policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct PolicyDocument {
    pub version: &'static str,
    pub statement: Vec<Statement>,
}

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct Statement {
    pub sid: &'static str,
    pub effect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<Principal>,
    pub action: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resource: Vec<Text>,
    #[serde(skip_serializing_if = "Conditions::is_empty")]
    pub condition: Conditions,
}

/// Conditions: operator, key and value. No two of a statement have the same operator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conditions(Vec<(&'static str, &'static str, Text)>);

impl Conditions {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Conditions {
    /// `{"StringEquals": {"aws:SourceAccount": "012345678901"}}`
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct One<'a>(&'static str, &'a Text);
        impl Serialize for One<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map([(self.0, self.1)])
            }
        }
        serializer.collect_map(
            self.0
                .iter()
                .map(|(operator, key, value)| (*operator, One(key, value))),
        )
    }
}

/// Who a trust policy is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct Principal {
    pub service: &'static str,
}

impl PolicyDocument {
    /// A policy of these statements; `None` of none.
    pub fn of(statement: Vec<Statement>) -> Option<Self> {
        (!statement.is_empty()).then_some(Self {
            version: "2012-10-17",
            statement,
        })
    }
}

impl Statement {
    /// What may be done to what.
    pub fn allow(sid: &'static str, action: &[&'static str], resource: Vec<Text>) -> Self {
        let (action, condition) = (action.to_vec(), Conditions::default());
        Self {
            sid,
            effect: "Allow",
            principal: None,
            action,
            resource,
            condition,
        }
    }

    /// The same under one more condition.
    #[must_use]
    pub fn when(mut self, operator: &'static str, key: &'static str, value: impl Into<Text>) -> Self {
        self.condition.0.push((operator, key, value.into()));
        self
    }
}

/// Who may take the roles: tasks of ECS in this account and Region. The conditions keep others from making ECS act
/// for them; AWS does not support naming a cluster here.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>, read 2026-11.
pub fn trust(config: &Config) -> PolicyDocument {
    let principal = Some(Principal {
        service: "ecs-tasks.amazonaws.com",
    });
    let statement = Statement {
        principal,
        ..Statement::allow("TasksOfThisAccount", &["sts:AssumeRole"], vec![])
    }
    .when("ArnLike", "aws:SourceArn", config.arn("ecs", "*"))
    .when("StringEquals", "aws:SourceAccount", config.account_text());
    PolicyDocument {
        version: "2012-10-17",
        statement: vec![statement],
    }
}

/// What ECS needs in order to start the task.
pub fn execution_policy(config: &Config, secrets: &[Text]) -> Option<PolicyDocument> {
    let mut statements = Vec::new();
    if config.has_logs() {
        let actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
        let group = Text::from("log-group:").then(config.log_group_text()).then(":*");
        statements.push(Statement::allow(
            "WriteLogs",
            &actions,
            vec![config.arn("logs", group)],
        ));
    }
    let is_parameter = |arn: &&Text| arn.to_string().contains(":ssm:");
    let (parameters, values): (Vec<&Text>, Vec<&Text>) = secrets.iter().partition(is_parameter);
    if !values.is_empty() {
        let resources = values.into_iter().map(bare_secret_arn).collect();
        statements.push(Statement::allow(
            "ReadSecrets",
            &["secretsmanager:GetSecretValue"],
            resources,
        ));
    }
    if !parameters.is_empty() {
        let resources = parameters.into_iter().cloned().collect();
        statements.push(Statement::allow(
            "ReadParameters",
            &["ssm:GetParameters"],
            resources,
        ));
    }
    if let Some(key) = config.kms_key_id.known().filter(|_| config.has_secrets()) {
        let statement = Statement::allow("DecryptSecrets", &["kms:Decrypt"], vec![key]);
        let suffix = of_region::dns_suffix(config.region.typed().unwrap_or_default());
        statements.push(
            statement.when(
                "StringEquals",
                "kms:ViaService",
                Text::from("secretsmanager.")
                    .then(config.region_text())
                    .then(format!(".{suffix}")),
            ),
        );
    }
    if let Some(repository) = config.image.typed().and_then(|image| Image::parse(image).ecr()) {
        statements.push(Statement::allow(
            "LogInToEcr",
            &["ecr:GetAuthorizationToken"],
            vec!["*".into()],
        ));
        let actions = [
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage",
        ];
        let EcrRepository {
            account,
            region,
            name,
        } = repository;
        let resource = config.arn_of(format!("ecr:{region}:{account}:repository/{name}"));
        statements.push(Statement::allow("PullImage", &actions, vec![resource]));
    }
    PolicyDocument::of(statements)
}

/// What the delegate's own tasks need.
/// Source: <https://developer.harness.io/docs/continuous-delivery/deploy-srv-diff-platforms/aws/ecs/ecs-deployment-tutorial>
/// for ECS, <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html> for ECS Exec, read 2026-11.
pub fn task_policy(config: &Config) -> Option<PolicyDocument> {
    let mut statements = Vec::new();
    if config.enable_execute_command {
        let actions = [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
        ];
        statements.push(Statement::allow("EcsExec", &actions, vec!["*".into()]));
    }
    statements.extend(
        delegate_policy(config)
            .into_iter()
            .flat_map(|policy| policy.statement),
    );
    PolicyDocument::of(statements)
}

/// What the user has chosen that the delegate may do.
pub fn delegate_policy(config: &Config) -> Option<PolicyDocument> {
    let mut statements = Vec::new();
    let any = || vec![Text::from("*")];
    match config.task_role_permissions {
        TaskRolePermissions::None => {}
        TaskRolePermissions::DeployEcs => {
            let scoped = |service: &str, resource: &str| {
                let rest = Text::from(format!("{service}:*:")).then(config.account_text());
                vec![config.arn_of(rest.then(format!(":{resource}")))]
            };
            statements.push(Statement::allow(
                "DeployServices",
                DEPLOY_SERVICES,
                scoped("ecs", "service/*"),
            ));
            let register = ["ecs:RegisterTaskDefinition"];
            statements.push(Statement::allow(
                "RegisterTaskDefinitions",
                &register,
                scoped("ecs", "task-definition/*"),
            ));
            statements.push(Statement::allow(
                "SeeTasks",
                &["ecs:DescribeTasks"],
                scoped("ecs", "task/*"),
            ));
            let instances = ["ecs:DescribeContainerInstances", "ecs:ListTasks"];
            statements.push(Statement::allow(
                "SeeInstances",
                &instances,
                scoped("ecs", "container-instance/*"),
            ));
            let images = ["ecr:DescribeImages", "ecr:DescribeRepositories", "ecr:ListImages"];
            statements.push(Statement::allow(
                "SeeImages",
                &images,
                scoped("ecr", "repository/*"),
            ));
            statements.push(Statement::allow("SeeWhatHasNoResource", SEE_ANY, any()));
            let roles = config.role_arn("*");
            statements.push(
                Statement::allow("PassRolesToTasks", &["iam:PassRole"], vec![roles]).when(
                    "StringEquals",
                    "iam:PassedToService",
                    "ecs-tasks.amazonaws.com",
                ),
            );
        }
        TaskRolePermissions::ReadEcr => {
            statements.push(Statement::allow(
                "LogInToEcr",
                &["ecr:GetAuthorizationToken"],
                any(),
            ));
            statements.push(Statement::allow(
                "ReadEcr",
                READ_ECR,
                vec![config.arn("ecr", "repository/*")],
            ));
        }
        TaskRolePermissions::AssumeRoles => {
            let roles = config.assume_role_arns.texts();
            statements.push(Statement::allow("AssumeRoles", &["sts:AssumeRole"], roles));
        }
        TaskRolePermissions::ReadS3 => {
            let bucket = bucket(config);
            statements.push(Statement::allow(
                "ListBucket",
                &["s3:ListBucket", "s3:GetBucketLocation"],
                vec![bucket.clone()],
            ));
            statements.push(Statement::allow(
                "ReadObjects",
                &["s3:GetObject", "s3:GetObjectVersion"],
                vec![bucket.then("/*")],
            ));
        }
        TaskRolePermissions::AllS3 => {
            let bucket = bucket(config);
            statements.push(Statement::allow(
                "GetArtifacts",
                &["s3:*"],
                vec![bucket.clone(), bucket.then("/*")],
            ));
        }
    }
    PolicyDocument::of(statements)
}

fn bucket(config: &Config) -> Text {
    config.arn_of(Text::from("s3:::").then(config.s3_bucket.text()))
}

const DEPLOY_SERVICES: &[&str] = &[
    "ecs:CreateService",
    "ecs:DeleteService",
    "ecs:DescribeServices",
    "ecs:UpdateService",
];

/// What AWS lets one do to everything or to nothing.
const SEE_ANY: &[&str] = &[
    "application-autoscaling:DescribeScalableTargets",
    "application-autoscaling:DescribeScalingPolicies",
    "ecs:DescribeTaskDefinition",
    "ecs:ListClusters",
    "ecs:ListServices",
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

/// The ARN of the whole secret: what IAM knows, without `:json-key:version-stage:version-id`.
fn bare_secret_arn(value_from: &Text) -> Text {
    if value_from.has_reference() {
        return value_from.clone();
    }
    value_from.map(|text| secret::without_suffix(text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iam_knows_the_whole_secret_only() {
        let bare = "arn:aws:secretsmanager:us-west-2:012345678901:secret:a/b-a1B2c3";
        for suffix in ["", ":::", ":key::", "::AWSPREVIOUS:"] {
            assert_eq!(
                bare_secret_arn(&format!("{bare}{suffix}").into()).to_string(),
                bare
            );
        }
    }

    #[test]
    fn only_a_secret_has_a_suffix() {
        let parameter = "arn:aws:ssm:us-west-2:012345678901:parameter/a:1:2";
        assert_eq!(bare_secret_arn(&parameter.into()).to_string(), parameter);
        assert_eq!(bare_secret_arn(&"a:b:c".into()).to_string(), "a:b:c");
    }
}
