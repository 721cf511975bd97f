//! The IAM policy that the user of the commands or the script needs: the actions they call, restricted to this
//! deployment's resources where IAM supports that.
//! Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html>
//! and its sister pages, read 2026-11.

use super::policy::{PolicyDocument, Statement};
use super::secret::Secret;
use super::task_definition::TaskDefinition;
use crate::config::{Config, TextValue};
use crate::document::text::Text;
use crate::facts::iam::EXECUTION_ROLE;

/// Builds the policy.
pub fn policy(config: &Config, task_definition: &TaskDefinition, secrets: &[Secret]) -> PolicyDocument {
    let arns = &Arns::of(config);
    let mut statements = vec![Statement::allow(
        "WhoAmI",
        &["sts:GetCallerIdentity"],
        vec!["*".into()],
    )];
    statements.extend(ecs(config, arns, task_definition));
    if config.has_logs() {
        statements.extend(logs(config, arns));
    }
    statements.extend(created_secrets(config, arns, secrets));
    statements.extend(roles(config, arns));
    if config.is_awsvpc() {
        let mut actions = vec!["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"];
        if config.subnets.is_empty() {
            actions.push("ec2:DescribeVpcs");
        }
        statements.push(Statement::allow("FindTheNetwork", &actions, vec!["*".into()]));
    }
    PolicyDocument::new(statements)
}

/// Builds the statements for creating secrets and for checking whether they exist.
fn created_secrets(config: &Config, arns: &Arns, secrets: &[Secret]) -> Vec<Statement> {
    let created: Vec<&Secret> = secrets.iter().filter(|secret| secret.arn.is_none()).collect();
    if created.is_empty() {
        return Vec::new();
    }
    let named = |secret: &&Secret, ending: &str| {
        let name = Text::from("secret:").then(&secret.name).then(ending);
        arns.arn("secretsmanager", name)
    };
    // Secrets Manager appends a dash and six characters to the name. A secret that does not exist has no such suffix,
    // so a request for it is authorized by its bare name.
    let whole = |secret: &&Secret| named(secret, "-??????");
    let looked_for = created
        .iter()
        .flat_map(|secret| [named(secret, ""), whole(secret)]);
    let keep = [
        "secretsmanager:CreateSecret",
        "secretsmanager:PutSecretValue",
        "secretsmanager:RestoreSecret",
        "secretsmanager:TagResource",
    ];
    let mut statements = vec![
        Statement::allow(
            "SeeTheSecrets",
            &["secretsmanager:DescribeSecret"],
            looked_for.collect(),
        ),
        Statement::allow("KeepTheSecrets", &keep, created.iter().map(whole).collect()),
    ];
    statements.extend(config.kms_key_id.known().map(|key| {
        let actions = ["kms:Decrypt", "kms:GenerateDataKey"];
        Statement::allow("EncryptTheSecrets", &actions, vec![key])
    }));
    statements
}

/// Builds the ARNs of the policy.
struct Arns<'a> {
    config: &'a Config,
    account: Text,
}

impl<'a> Arns<'a> {
    /// While the account is unknown, nobody is asked for it for the sake of this policy: the policy is attached in the
    /// account that it is about, and `*` means that one.
    fn of(config: &'a Config) -> Self {
        let account = config.aws_account_id.known().unwrap_or_else(|| "*".into());
        Self { config, account }
    }

    fn arn(&self, service: &str, resource: impl Into<Text>) -> Text {
        self.config.arn_in(self.account.clone(), service, resource.into())
    }

    fn role(&self, name: impl Into<Text>) -> Text {
        self.config.role_arn_in(self.account.clone(), name)
    }
}

fn ecs(config: &Config, arns: &Arns, task_definition: &TaskDefinition) -> Vec<Statement> {
    let cluster_name = config.cluster.text();
    let of_cluster = |kind: &str, more: Text| {
        let resource = Text::from(format!("{kind}/")).then(&cluster_name);
        arns.arn("ecs", resource.then(more))
    };
    let cluster = of_cluster("cluster", Text::default());
    let service = of_cluster("service", Text::from("/").then(config.service_name.text()));
    let family = Text::from("task-definition/").then(&task_definition.family);
    let revisions = arns.arn("ecs", family.then(":*"));
    let tasks = of_cluster("task", "/*".into());
    // IAM authorizes a call that names a service or a cluster on `*`. Only a call that names a container instance is
    // authorized on a resource.
    let list = Statement::allow("ListTheTasks", &["ecs:ListTasks"], vec!["*".into()]);
    let keep = ["ecs:CreateService", "ecs:DescribeServices", "ecs:UpdateService"];
    let mut statements = Vec::new();
    let mut allow = |sid, actions: &[&'static str], resource: &Text| {
        statements.push(Statement::allow(sid, actions, vec![resource.clone()]));
    };
    if config.create_cluster {
        allow("CreateTheCluster", &["ecs:CreateCluster"], &cluster);
    }
    allow("SeeTheCluster", &["ecs:DescribeClusters"], &cluster);
    allow("KeepTheService", &keep, &service);
    allow("Register", &["ecs:RegisterTaskDefinition"], &revisions);
    allow(
        "SeeTheTaskDefinition",
        &["ecs:DescribeTaskDefinition"],
        &"*".into(),
    );
    allow("SeeTheTasks", &["ecs:DescribeTasks"], &tasks);
    statements.push(list.when("ArnEquals", "ecs:cluster", cluster.clone()));
    let created = vec![cluster, service, revisions];
    statements.push(Statement::allow(
        "TagWhatIsCreated",
        &["ecs:TagResource"],
        created,
    ));
    statements.push(first_use(config));
    statements
}

/// Allows ECS to create its service-linked role, which it does when an account first uses ECS.
fn first_use(config: &Config) -> Statement {
    let linked = format!(
        "arn:{}:iam::*:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
        config.partition()
    );
    let actions = ["iam:CreateServiceLinkedRole"];
    Statement::allow("FirstUseOfEcs", &actions, vec![linked.into()]).when(
        "StringEquals",
        "iam:AWSServiceName",
        "ecs.amazonaws.com",
    )
}

fn logs(config: &Config, arns: &Arns) -> Vec<Statement> {
    let name = Text::from("log-group:").then(config.log_group.text());
    let group = arns.arn("logs", &name);
    let streams = arns.arn("logs", name.then(":*"));
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

fn roles(config: &Config, arns: &Arns) -> Vec<Statement> {
    let own = |name: &str| arns.role(config.role_name(name));
    let (mut created, mut passed) = (Vec::new(), Vec::new());
    if config.creates_execution_role() {
        created.push(own("execution"));
    } else if config.execution_role_arn.is_blank() && config.needs_execution_role() {
        passed.push(arns.role(EXECUTION_ROLE));
    }
    if config.creates_task_role() {
        created.push(own("task"));
    }
    let given = [&config.execution_role_arn, &config.task_role_arn];
    let given = given.into_iter().filter_map(TextValue::typed_text);
    passed.extend(created.iter().cloned().chain(given));
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
