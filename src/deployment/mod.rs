//! The AWS resources that a configuration means. Computed, never edited; every output is a rendering of this value.

pub mod deployer;
pub mod iam;
pub mod module_call;
pub mod service;
pub mod tags;
pub mod task_definition;

mod container;

use crate::aws::names;
use crate::choices::{Architecture, PropagateTags};
use crate::config::Config;
use crate::document::text::{Part, Supplied, Text};
use crate::document::tree::Tree;
use crate::fields;
use crate::form::Carried;
use crate::read::role_name;
use iam::Role;
use module_call::ModuleCall;
use service::{
    AwsVpcConfiguration, CapacityProviderStrategyItem, DeploymentCircuitBreaker, DeploymentConfiguration,
    NetworkConfiguration, Service,
};
use tags::Tag;
use task_definition::{EphemeralStorage, RuntimePlatform, TaskDefinition};

/// Everything that is to exist at AWS, and whether it is created or was there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployment {
    /// The Region, or its placeholder.
    pub region: String,
    /// The partition of the Region.
    pub partition: &'static str,
    /// The account, or a reference to whatever account the commands run in.
    pub account: Text,
    /// The delegate's name, or its placeholder.
    pub delegate_name: String,
    /// The manager's URL, or its placeholder.
    pub manager_url: String,
    /// The cluster.
    pub cluster: Cluster,
    /// The log group, where the container writes to CloudWatch Logs.
    pub log_group: Option<LogGroup>,
    /// The secrets of the task whose value this page's user has.
    pub secrets: Vec<Secret>,
    /// The execution role, where it is created.
    pub execution_role: Option<Role>,
    /// The task role, where it is created.
    pub task_role: Option<Role>,
    /// What the person must be allowed who runs the commands.
    pub deployer_policy: iam::PolicyDocument,
    /// The task definition.
    pub task_definition: TaskDefinition,
    /// The service.
    pub service: Service,
    /// The user's tags.
    pub tags: Vec<Tag>,
    /// What the files of the open way still lack.
    pub missing: Vec<&'static fields::Field>,
    /// Members of an import that no field holds.
    pub carried: Carried,
    /// The call of the published Terraform module, where that is the way.
    pub module: Option<ModuleCall>,
    /// Whether Terraform is to take over what exists already.
    pub takes_over: bool,
    /// Where the user has put the CloudFormation template.
    pub template_url: Option<String>,
}

impl Deployment {
    /// Whether the user has said which Region.
    pub fn has_region(&self) -> bool {
        self.region != fields::REGION.placeholder()
    }

    /// Whether the task has this secret in Secrets Manager, created or not.
    pub fn has_secret(&self, what: Supplied) -> bool {
        self.secrets.iter().any(|secret| secret.supplies == what)
    }

    /// Whether this secret is created with the rest.
    pub fn creates_secret(&self, what: Supplied) -> bool {
        self.secrets
            .iter()
            .any(|secret| secret.supplies == what && secret.arn.is_none())
    }

    /// Whether somebody who creates the deployment has to tell the delegate token.
    pub fn tells_token(&self) -> bool {
        let environment = self
            .task_definition
            .container_definitions
            .iter()
            .flat_map(|container| &container.environment);
        let is_token = |part: &Part| matches!(part, Part::Supplied(Supplied::Token, _));
        self.creates_secret(Supplied::TokenSecretArn)
            || environment.flat_map(|variable| &variable.value.0).any(is_token)
    }

    /// The task definition, with what an import carried as part of the tree.
    pub fn task_definition_tree(&self) -> Tree {
        Tree::of(&self.task_definition)
            .with(&self.carried.task_definition)
            .opened()
    }

    /// The service, with what an import carried as part of the tree.
    pub fn service_tree(&self) -> Tree {
        Tree::of(&self.service).with(&self.carried.service).opened()
    }

    /// What the tasks run on, in words.
    pub fn runs_on(&self) -> &'static str {
        if self.task_definition.requires_compatibilities.contains(&"FARGATE") {
            "AWS Fargate"
        } else {
            "Amazon ECS"
        }
    }
}

/// The cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Its name, or the placeholder.
    pub name: String,
    /// Whether it is created if it does not exist.
    pub create: bool,
}

/// The log group; created if it does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogGroup {
    /// Its name.
    pub name: String,
    /// Days; `None` for ever.
    pub retention: Option<u64>,
}

/// A secret in Secrets Manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What it is to the task.
    pub supplies: Supplied,
    /// The variable that it fills.
    pub variable: &'static str,
    /// The name under which it is created.
    pub name: String,
    /// Its ARN, where it exists already.
    pub arn: Option<String>,
    /// ARN of the customer's own KMS key, if it has one.
    pub kms_key: Option<String>,
}

impl Secret {
    /// The field that takes its ARN.
    pub fn field(&self) -> &'static fields::Field {
        match self.supplies {
            Supplied::ProxyPasswordSecretArn => &fields::PROXY_PASSWORD_SECRET_ARN,
            _ => &fields::TOKEN_SECRET_ARN,
        }
    }

    /// What it holds, in words.
    pub fn what(&self) -> &'static str {
        match self.supplies {
            Supplied::ProxyPasswordSecretArn => "proxy password",
            _ => "delegate token",
        }
    }
}

/// The AWS resources of a configuration.
pub fn build(config: &Config) -> Deployment {
    let tags: Vec<Tag> = config
        .tags
        .iter()
        .map(|row| Tag {
            key: row.name.clone(),
            value: row.value.clone(),
        })
        .collect();
    let secrets = secrets(config);
    let task_definition = task_definition(config, &secrets, &tags);
    let value_froms: Vec<Text> = task_definition
        .container_definitions
        .iter()
        .flat_map(|c| &c.secrets)
        .map(|s| s.value_from.clone())
        .collect();
    let service_name = config.service_name.or("");
    let role = |name: &str, policy_name, policy| Role {
        name: role_name(&service_name, name),
        policy_name,
        trust: iam::trust(config),
        policy,
        tags: tags.clone(),
    };
    Deployment {
        region: config.region.or(fields::REGION.placeholder()),
        partition: config.partition(),
        account: iam::account(config),
        delegate_name: config.delegate_name.or(fields::DELEGATE_NAME.placeholder()),
        manager_url: config.manager_url.or(fields::MANAGER_URL.placeholder()),
        cluster: Cluster {
            name: config.cluster.or(fields::CLUSTER.placeholder()),
            create: config.create_cluster,
        },
        log_group: config.has_logs().then(|| LogGroup {
            name: config.log_group.or(""),
            retention: config.log_retention.number(),
        }),
        execution_role: config.creates_execution_role().then(|| {
            role(
                "execution",
                "execution-role",
                iam::execution_policy(config, &value_froms),
            )
        }),
        task_role: config
            .creates_task_role()
            .then(|| role("task", "task-role", iam::task_policy(config))),
        service: service(config, &task_definition, &tags),
        deployer_policy: deployer::policy(config, &task_definition, &secrets),
        secrets,
        module: ModuleCall::of(config, &task_definition),
        task_definition,
        tags,
        missing: fields::missing(config),
        carried: config.carried.clone(),
        takes_over: config.terraform_import,
        template_url: config.template_url.typed().cloned(),
    }
}

fn secrets(config: &Config) -> Vec<Secret> {
    let name = match config.delegate_name.typed() {
        Some(name) => names::secret_name(name),
        None => fields::DELEGATE_NAME.placeholder().to_owned(),
    };
    let kms_key = config.kms_key_id.known().cloned();
    let secret = |supplies, variable, suffix: &str, arn: Option<&String>| Secret {
        supplies,
        variable,
        name: format!("harness/{name}{suffix}"),
        arn: arn.cloned(),
        kms_key: kms_key.clone(),
    };
    let variables = &crate::facts::delegate::VARIABLES;
    let mut secrets = Vec::new();
    if config.has_token_secret() {
        secrets.push(secret(
            Supplied::TokenSecretArn,
            variables.token,
            "",
            config.token_secret_arn.typed(),
        ));
    }
    if config.has_proxy_password_secret() {
        let arn = config.proxy_password_secret_arn.typed();
        secrets.push(secret(
            Supplied::ProxyPasswordSecretArn,
            variables.proxy_password,
            "-proxy-password",
            arn,
        ));
    }
    secrets
}

fn task_definition(config: &Config, secrets: &[Secret], tags: &[Tag]) -> TaskDefinition {
    let runtime_platform = (config.architecture == Architecture::Arm64).then_some(RuntimePlatform {
        cpu_architecture: "ARM64",
        operating_system_family: "LINUX",
    });
    TaskDefinition {
        family: config.family.or(""),
        requires_compatibilities: vec![config.launch_type.value()],
        network_mode: config.is_awsvpc().then_some("awsvpc"),
        runtime_platform,
        cpu: task_size(config, &config.cpu, &fields::CPU),
        memory: task_size(config, &config.memory, &fields::MEMORY),
        ephemeral_storage: config
            .ephemeral_storage
            .number()
            .filter(|_| config.is_fargate())
            .map(|size_in_gib| EphemeralStorage { size_in_gib }),
        execution_role_arn: role_arn(
            &config.execution_role_arn,
            config.creates_execution_role(),
            Supplied::ExecutionRoleArn,
        )
        .or_else(|| derived_role_arn(config)),
        task_role_arn: role_arn(
            &config.task_role_arn,
            config.creates_task_role(),
            Supplied::TaskRoleArn,
        ),
        container_definitions: vec![container::definition(config, secrets)],
        tags: tags.to_vec(),
    }
}

/// CPU or memory of the task: a text in the API, so that it can be a placeholder where Fargate requires it.
fn task_size(
    config: &Config,
    size: &crate::config::Value<u64>,
    field: &'static fields::Field,
) -> Option<String> {
    match size.number() {
        Some(number) => Some(number.to_string()),
        None => config.is_fargate().then(|| field.placeholder().to_owned()),
    }
}

/// The ARN as given, or a reference to the role that is created.
fn role_arn(arn: &crate::config::Value<String>, is_created: bool, supplied: Supplied) -> Option<Text> {
    match arn.typed() {
        Some(typed) => Some(typed.as_str().into()),
        None => arn
            .derived
            .as_ref()
            .filter(|_| is_created)
            .map(|arn| Text::supplied(supplied, arn)),
    }
}

/// The ARN of `ecsTaskExecutionRole`, which the account is expected to have.
fn derived_role_arn(config: &Config) -> Option<Text> {
    let (_, name) = config.execution_role_arn.derived.as_ref()?.split_once(":role/")?;
    Some(iam::role_arn(config, name))
}

fn service(config: &Config, task_definition: &TaskDefinition, tags: &[Tag]) -> Service {
    let strategy = config
        .capacity
        .known()
        .map(|provider| CapacityProviderStrategyItem {
            capacity_provider: provider.clone(),
            weight: 1,
        });
    let deployment_configuration = DeploymentConfiguration {
        deployment_circuit_breaker: config.circuit_breaker.then_some(DeploymentCircuitBreaker {
            enable: true,
            rollback: true,
        }),
        minimum_healthy_percent: config.minimum_healthy_percent.number(),
        maximum_percent: config.maximum_percent.number(),
    };
    Service {
        cluster: config.cluster.or(fields::CLUSTER.placeholder()),
        service_name: config.service_name.or(""),
        task_definition: Text::supplied(Supplied::TaskDefinitionArn, &task_definition.family),
        launch_type: strategy.is_none().then_some(config.launch_type.value()),
        capacity_provider_strategy: strategy.into_iter().collect(),
        platform_version: config
            .platform_version
            .known()
            .cloned()
            .filter(|_| config.is_fargate()),
        scheduling_strategy: "REPLICA",
        desired_count: config.desired_count.number().unwrap_or(1),
        deployment_configuration: (deployment_configuration != DeploymentConfiguration::default())
            .then_some(deployment_configuration),
        network_configuration: config.is_awsvpc().then(|| NetworkConfiguration {
            awsvpc_configuration: AwsVpcConfiguration {
                subnets: listed(&config.subnets, Supplied::Subnets, &fields::SUBNETS),
                security_groups: listed(
                    &config.security_groups,
                    Supplied::SecurityGroups,
                    &fields::SECURITY_GROUPS,
                ),
                assign_public_ip: assign_public_ip(config),
            },
        }),
        load_balancers: [],
        enable_ecs_managed_tags: config.enable_ecs_managed_tags,
        propagate_tags: (config.propagate_tags != PropagateTags::None)
            .then_some(config.propagate_tags.value()),
        enable_execute_command: config.enable_execute_command,
        tags: tags.to_vec(),
    }
}

/// As the configuration says; where no subnets are given, it depends on those which a script finds.
fn assign_public_ip(config: &Config) -> Text {
    let shown = if config.assign_public_ip {
        "ENABLED"
    } else {
        "DISABLED"
    };
    if config.subnets.is_empty() {
        Text::supplied(Supplied::AssignPublicIp, shown)
    } else {
        shown.into()
    }
}

/// The items as given, or one reference in place of the list.
fn listed(items: &[String], supplied: Supplied, field: &'static fields::Field) -> Vec<Text> {
    if items.is_empty() {
        vec![Text::supplied(supplied, field.placeholder())]
    } else {
        items.iter().map(|item| item.as_str().into()).collect()
    }
}
