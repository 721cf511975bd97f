//! What the person must be allowed who runs the commands or the script: what they call, on what this deployment
//! creates, and no more.
//! Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html>
//! and its sister pages, read 2026-11.

use super::iam::{PolicyDocument, Statement};
use super::{Secret, TaskDefinition};
use crate::config::Config;
use crate::document::text::Text;

/// The policy.
pub fn policy(config: &Config, task_definition: &TaskDefinition, secrets: &[Secret]) -> PolicyDocument {
    let config = &with_account(config);
    let mut statements = vec![Statement::allow(
        "WhoAmI",
        &["sts:GetCallerIdentity"],
        vec!["*".into()],
    )];
    statements.extend(ecs(config, task_definition));
    if config.has_logs() {
        statements.extend(logs(config));
    }
    let created: Vec<&Secret> = secrets.iter().filter(|secret| secret.arn.is_none()).collect();
    if !created.is_empty() {
        // Secrets Manager adds a dash and six characters to the name.
        let resource = |secret: &&Secret| {
            config.arn(
                "secretsmanager",
                Text::from("secret:").then(&secret.name).then("-??????"),
            )
        };
        let actions = [
            "secretsmanager:CreateSecret",
            "secretsmanager:PutSecretValue",
            "secretsmanager:RestoreSecret",
            "secretsmanager:TagResource",
        ];
        // One that is not there has no such characters: where it is looked for, its name must do.
        let bare = |secret: &&Secret| config.arn("secretsmanager", Text::from("secret:").then(&secret.name));
        statements.push(Statement::allow(
            "SeeTheSecrets",
            &["secretsmanager:DescribeSecret"],
            created
                .iter()
                .flat_map(|secret| [bare(secret), resource(secret)])
                .collect(),
        ));
        statements.push(Statement::allow(
            "KeepTheSecrets",
            &actions,
            created.iter().map(resource).collect(),
        ));
        if let Some(key) = config.kms_key_id.known() {
            let actions = ["kms:Decrypt", "kms:GenerateDataKey"];
            statements.push(Statement::allow("EncryptTheSecrets", &actions, vec![key]));
        }
    }
    statements.extend(roles(config, task_definition));
    if config.is_awsvpc() {
        let mut actions = vec!["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"];
        if config.subnets.is_empty() {
            actions.push("ec2:DescribeVpcs");
        }
        statements.push(Statement::allow("FindTheNetwork", &actions, vec!["*".into()]));
    }
    PolicyDocument {
        version: "2012-10-17",
        statement: statements,
    }
}

/// Where nothing else names the account, nobody is asked for it for the sake of this policy: it stands in the account
/// that it is for, so that `*` means that one.
fn with_account(config: &Config) -> Config {
    let mut config = config.clone();
    if config.aws_account_id.known().is_none() && !config.names_aws_account() {
        config.aws_account_id.derived = Some("*".into());
    }
    config
}

fn ecs(config: &Config, task_definition: &TaskDefinition) -> Vec<Statement> {
    let cluster_name = config.cluster.text();
    let of_cluster = |kind: &str, more: Text| {
        let resource = Text::from(format!("{kind}/")).then(&cluster_name);
        config.arn("ecs", resource.then(more))
    };
    let cluster = of_cluster("cluster", Text::default());
    let service = of_cluster("service", Text::from("/").then(config.service_name.text()));
    let family = Text::from("task-definition/").then(&task_definition.family);
    let revisions = config.arn("ecs", family.then(":*"));
    let tasks = of_cluster("task", "/*".into());
    let mut statements = Vec::new();
    if config.create_cluster {
        statements.push(Statement::allow(
            "CreateTheCluster",
            &["ecs:CreateCluster"],
            vec![cluster.clone()],
        ));
    }
    statements.push(Statement::allow(
        "SeeTheCluster",
        &["ecs:DescribeClusters"],
        vec![cluster.clone()],
    ));
    let actions = ["ecs:CreateService", "ecs:DescribeServices", "ecs:UpdateService"];
    statements.push(Statement::allow(
        "KeepTheService",
        &actions,
        vec![service.clone()],
    ));
    statements.push(Statement::allow(
        "Register",
        &["ecs:RegisterTaskDefinition"],
        vec![revisions.clone()],
    ));
    statements.push(Statement::allow(
        "SeeTheTaskDefinition",
        &["ecs:DescribeTaskDefinition"],
        vec!["*".into()],
    ));
    statements.push(Statement::allow(
        "SeeTheTasks",
        &["ecs:DescribeTasks"],
        vec![tasks],
    ));
    let instances = of_cluster("container-instance", "/*".into());
    let list = Statement::allow("ListTheTasks", &["ecs:ListTasks"], vec![instances]);
    statements.push(list.when("ArnEquals", "ecs:cluster", cluster.clone()));
    statements.push(Statement::allow(
        "TagWhatIsCreated",
        &["ecs:TagResource"],
        vec![cluster, service, revisions],
    ));
    let linked = Text::from(format!(
        "arn:{}:iam::*:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
        config.partition()
    ));
    let first_use = Statement::allow("FirstUseOfEcs", &["iam:CreateServiceLinkedRole"], vec![linked]);
    statements.push(first_use.when("StringEquals", "iam:AWSServiceName", "ecs.amazonaws.com"));
    statements
}

fn logs(config: &Config) -> Vec<Statement> {
    let name = Text::from("log-group:").then(config.log_group.text());
    let group = config.arn("logs", &name);
    let streams = config.arn("logs", name.then(":*"));
    let actions = [
        "logs:CreateLogGroup",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
    ];
    vec![
        Statement::allow("FindTheLogGroup", &["logs:DescribeLogGroups"], vec!["*".into()]),
        Statement::allow("KeepTheLogGroup", &actions, vec![group, streams.clone()]),
        Statement::allow(
            "ReadTheLogs",
            &["logs:DescribeLogStreams", "logs:GetLogEvents"],
            vec![streams],
        ),
    ]
}

fn roles(config: &Config, task_definition: &TaskDefinition) -> Vec<Statement> {
    let own = |name: &str| {
        Text::from(format!("arn:{}:iam::", config.partition()))
            .then(config.account_text())
            .then(":role/")
            .then(config.role_name(name))
    };
    let mut created = Vec::new();
    if config.creates_execution_role() {
        created.push(own("execution"));
    }
    if config.creates_task_role() {
        created.push(own("task"));
    }
    let mut passed = created.clone();
    let given = [
        (&task_definition.execution_role_arn, "execution"),
        (&task_definition.task_role_arn, "task"),
    ];
    for (role, name) in given {
        // A reference to a role that is created is that role's own name, which stands there already.
        passed.extend(role.iter().filter(|_| !created.contains(&own(name))).cloned());
    }
    let mut statements = Vec::new();
    if !created.is_empty() {
        let actions = [
            "iam:CreateRole",
            "iam:DeleteRolePolicy",
            "iam:GetRole",
            "iam:GetRolePolicy",
            "iam:PutRolePolicy",
            "iam:TagRole",
            "iam:UpdateAssumeRolePolicy",
        ];
        statements.push(Statement::allow("KeepTheRoles", &actions, created));
    }
    if !passed.is_empty() {
        let pass = Statement::allow("PassTheRolesToTasks", &["iam:PassRole"], passed);
        statements.push(pass.when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"));
    }
    statements
}
