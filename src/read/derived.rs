//! Derives the values of blank fields from other fields. A derived text consists of the parts of its sources, so it is
//! missing or secret where they are.

use crate::aws::arn::Arn;
use crate::aws::names;
use crate::choices::{LaunchType, Start};
use crate::config::Config;
use crate::document::text::Text;
use crate::facts::ecs::NAME_MAX;
use crate::facts::iam::EXECUTION_ROLE;
use crate::facts::samples;
use crate::fields::{CONTAINER_MEMORY, LOG_SERVICE_URL};
use crate::harness;

/// Fills in every derived value, each one after those it depends on.
pub fn derive(start: Start, config: &mut Config) {
    config.aws_account_id.derived = account_of_an_arn(config).map(Text::from);
    config.log_service_url.derived = Some(log_service_url(config));
    let name = config.delegate_name.text().map(ecs_name);
    config.service_name.derived = Some(name.clone());
    config.desired_count.derived = Some(1);
    config.family.derived = Some(family(start, config, &name));
    config.container_name.derived = Some(match (start, config.launch_type) {
        (Start::Recommended, _) => "delegate".into(),
        (Start::Docs, LaunchType::Fargate) => "ecs-delegate-im".into(),
        (Start::Docs, LaunchType::Ec2) => config.delegate_name.text(),
    });
    config.container_memory.derived = config.memory.number();
    let service = config.service_name.text();
    config.log_group.derived = Some(Text::from("/ecs/").then(&service));
    config.policy_name = match start {
        Start::Docs => "delegate_aws_access".into(),
        Start::Recommended => service.then("-delegate-aws-access"),
    };
    config.execution_role_arn.derived = if config.create_roles {
        Some(config.role_arn(config.role_name("execution")))
    } else if config.needs_execution_role() {
        // The ECS console creates this role, so the account is expected to have it.
        Some(config.role_arn(EXECUTION_ROLE))
    } else {
        None
    };
    config.task_role_arn.derived = config
        .create_roles
        .then(|| config.role_arn(config.role_name("task")));
    forget_what_an_import_lacks(config);
}

/// An imported definition that does without something still does without it when what it would follow from changes.
fn forget_what_an_import_lacks(config: &mut Config) {
    if config.carried.does_without(CONTAINER_MEMORY.key) {
        config.container_memory.derived = None;
    }
    if config.carried.does_without(LOG_SERVICE_URL.key) {
        config.log_service_url.derived = None;
    }
}

/// Derives the URL of the log service, a path under the manager URL. While the manager URL is missing, outputs show a
/// placeholder for the log service's own URL.
fn log_service_url(config: &Config) -> Text {
    let manager = config.manager_url.origin;
    match (
        config.manager_url.typed(),
        config.log_service_url.origin.placeholder,
    ) {
        (Some(url), _) => manager.text(&harness::log_service_url(url)),
        (None, Some(placeholder)) => Text::missing(manager.field, placeholder),
        (None, None) => manager.missing(),
    }
}

/// Derives the family. The documentation's samples use one family for both launch types. Otherwise each delegate and
/// launch type has its own: a service that names only a family runs its newest revision, no matter who registered it.
fn family(start: Start, config: &Config, name: &Text) -> Text {
    if start == Start::Docs {
        return samples::FAMILY.into();
    }
    let suffix = if config.is_fargate() { "-fargate" } else { "-ec2" };
    name.first(NAME_MAX - suffix.len()).then(suffix)
}

fn ecs_name(delegate_name: &str) -> String {
    let name = names::ecs_name(delegate_name);
    if name.is_empty() {
        "harness-delegate".to_owned()
    } else {
        name
    }
}

/// Returns the account ID from the first ARN in the form that contains one.
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
