//! What follows for blank fields from other fields. A derived text whose source is missing shows the source's
//! placeholder in its place.

use crate::aws::arn::Arn;
use crate::aws::names;
use crate::choices::{LaunchType, Start};
use crate::config::Config;
use crate::facts::ecs::NAME_MAX;
use crate::facts::harness::LOG_SERVICE_PATH;
use crate::facts::iam::ROLE_NAME_MAX;
use crate::facts::samples;
use crate::fields;

/// Fills in every derived value, sources before what depends on them.
pub fn derive(start: Start, config: &mut Config) {
    config.aws_account_id.derived = account_of_an_arn(config);
    config.log_service_url.derived = Some(match config.manager_url.typed() {
        Some(url) => format!("{}{}", url.trim_end_matches('/'), LOG_SERVICE_PATH),
        None => "<LOG_STREAMING_SERVICE_URL>".to_owned(),
    });
    let name = config.delegate_name.typed().map(|name| ecs_name(name));
    let name = name.unwrap_or_else(|| fields::DELEGATE_NAME.placeholder().to_owned());
    config.service_name.derived = Some(name.clone());
    config.desired_count.derived = Some(1);
    config.family.derived = Some(family(start, config, &name));
    config.container_name.derived = Some(match (start, config.launch_type) {
        (Start::Recommended, _) => "delegate".to_owned(),
        (Start::Docs, LaunchType::Fargate) => "ecs-delegate-im".to_owned(),
        (Start::Docs, LaunchType::Ec2) => config.delegate_name.or(fields::DELEGATE_NAME.placeholder()),
    });
    config.container_memory.derived = config.memory.number();
    let service = config.service_name.or("");
    config.log_group.derived = Some(format!("/ecs/{service}"));
    config.policy_name = match start {
        Start::Docs => "delegate_aws_access".to_owned(),
        Start::Recommended => format!("{service}-delegate-aws-access"),
    };
    config.execution_role_arn.derived = if config.create_roles {
        Some(role_arn(config, &role_name(&service, "execution")))
    } else if config.needs_execution_role() {
        Some(role_arn(config, "ecsTaskExecutionRole"))
    } else {
        None
    };
    config.task_role_arn.derived = config
        .create_roles
        .then(|| role_arn(config, &role_name(&service, "task")));
}

/// The name of a role that is created for a service: named after it, and no longer than IAM allows.
pub fn role_name(service: &str, role: &str) -> String {
    let service: String = service.chars().take(ROLE_NAME_MAX - role.len() - 1).collect();
    format!("{service}-{role}")
}

fn role_arn(config: &Config, name: &str) -> String {
    let account = config.aws_account_id.or(fields::AWS_ACCOUNT_ID.placeholder());
    format!("arn:{}:iam::{account}:role/{name}", config.partition())
}

/// The seed's family for both launch types with `docs`; one per delegate and launch type otherwise, since a service
/// that names only a family takes its newest revision, whoever registered it.
fn family(start: Start, config: &Config, name: &str) -> String {
    if start == Start::Docs {
        return samples::FAMILY.to_owned();
    }
    let suffix = if config.is_fargate() { "-fargate" } else { "-ec2" };
    name.chars()
        .take(NAME_MAX - suffix.len())
        .chain(suffix.chars())
        .collect()
}

fn ecs_name(delegate_name: &str) -> String {
    let name = names::ecs_name(delegate_name);
    if name.is_empty() {
        "harness-delegate".to_owned()
    } else {
        name
    }
}

/// The account that an ARN in the form names already.
fn account_of_an_arn(config: &Config) -> Option<String> {
    [
        &config.token_secret_arn,
        &config.execution_role_arn,
        &config.task_role_arn,
    ]
    .into_iter()
    .filter_map(|value| Arn::parse(value.typed()?))
    .map(|arn| arn.account)
    .find(|account| names::is_account_id(account))
    .map(str::to_owned)
}
