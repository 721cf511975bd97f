//! The IAM policy that the user of the commands or the script needs: the actions they call, restricted to this
//! deployment's resources where IAM supports that.
//! Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html>
//! and its sister pages, read 2026-11.

use super::policy::{PolicyDocument, Statement};
use super::secret::Secret;
use super::task_definition::TaskDefinition;
use crate::config::Config;
use crate::document::text::Text;

/// Builds the policy.
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
    statements.extend(created_secrets(config, secrets));
    statements.extend(roles(config, task_definition));
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
fn created_secrets(config: &Config, secrets: &[Secret]) -> Vec<Statement> {
    let created: Vec<&Secret> = secrets.iter().filter(|secret| secret.arn.is_none()).collect();
    if created.is_empty() {
        return Vec::new();
    }
    let named = |secret: &&Secret, ending: &str| {
        let name = Text::from("secret:").then(&secret.name).then(ending);
        config.arn("secretsmanager", name)
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

/// Fills in `*` for an unknown account ID, unless the files need the ID for a role's ARN anyway. The policy applies
/// within one account, where `*` means that account, so the user is not asked for the ID just for this policy.
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
    let instances = of_cluster("container-instance", "/*".into());
    let create = config.create_cluster.then_some("ecs:CreateCluster");
    let create = create.map(|action| Statement::allow("CreateTheCluster", &[action], vec![cluster.clone()]));
    let list = Statement::allow("ListTheTasks", &["ecs:ListTasks"], vec![instances]);
    let keep = ["ecs:CreateService", "ecs:DescribeServices", "ecs:UpdateService"];
    let any = || vec![Text::from("*")];
    create
        .into_iter()
        .chain([
            Statement::allow("SeeTheCluster", &["ecs:DescribeClusters"], vec![cluster.clone()]),
            Statement::allow("KeepTheService", &keep, vec![service.clone()]),
            Statement::allow(
                "Register",
                &["ecs:RegisterTaskDefinition"],
                vec![revisions.clone()],
            ),
            Statement::allow("SeeTheTaskDefinition", &["ecs:DescribeTaskDefinition"], any()),
            Statement::allow("SeeTheTasks", &["ecs:DescribeTasks"], vec![tasks]),
            list.when("ArnEquals", "ecs:cluster", cluster.clone()),
            Statement::allow(
                "TagWhatIsCreated",
                &["ecs:TagResource"],
                vec![cluster, service, revisions],
            ),
            first_use(config),
        ])
        .collect()
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
    let own = |name: &str| config.role_arn(config.role_name(name));
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
        // If the deployment creates the role, `created` contains its ARN already.
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
