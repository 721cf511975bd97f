//! The AWS resources that a configuration describes. A [`Deployment`] is computed and never edited; every output is a
//! rendering of it.

pub mod deployer;
mod execution_policy;
pub mod imported;
pub mod module_call;
pub mod needed_cli;
pub mod policy;
pub mod role;
pub mod secret;
pub mod service;
pub mod tags;
pub mod task_definition;
mod task_policy;

mod container;

use crate::carried::Carried;
use crate::choices::{Architecture, PropagateTags};
use crate::config::{Config, List, TextValue, Value};
use crate::document::supplied::{SecretKind, Supplied};
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::facts::delegate::VARIABLES;
use crate::fields;
use imported::Merged;
use module_call::ModuleCall;
use role::Role;
use secret::Secret;
use service::{
    AwsVpcConfiguration, CapacityProviderStrategyItem, DeploymentCircuitBreaker, DeploymentConfiguration,
    NetworkConfiguration, Service,
};
use tags::{CREATED_BY, Tag};
use task_definition::{EphemeralStorage, RuntimePlatform, TaskDefinition};

/// All AWS resources of a deployment, and which of them the outputs create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployment {
    /// The Region, or its placeholder.
    pub region: Text,
    /// The partition of the Region.
    pub partition: &'static str,
    /// The AWS account in which the commands run, as a reference. It shows the AWS account ID that the user gave.
    pub account: Text,
    /// The delegate's name.
    pub delegate_name: Text,
    /// The manager URL.
    pub manager_url: Text,
    /// The cluster.
    pub cluster: Cluster,
    /// The log group, if the container writes to CloudWatch Logs.
    pub log_group: Option<LogGroup>,
    /// The task's secrets in AWS Secrets Manager whose values the user knows.
    pub secrets: Vec<Secret>,
    /// The execution role, if the deployment creates it.
    pub execution_role: Option<Role>,
    /// The task role, if the deployment creates it.
    pub task_role: Option<Role>,
    /// The permissions that ECS needs to start the task. A created execution role has exactly these; an existing one
    /// must have them.
    pub execution_permissions: Option<policy::PolicyDocument>,
    /// The same for the task role.
    pub task_permissions: Option<policy::PolicyDocument>,
    /// The policy that the user of the commands or the script needs.
    pub deployer_policy: policy::PolicyDocument,
    /// The name of that policy.
    pub deployer_policy_name: Text,
    /// The task definition.
    pub task_definition: TaskDefinition,
    /// The service.
    pub service: Service,
    /// The user's tags.
    pub tags: Vec<Tag>,
    /// The fields that the files of the selected way still lack.
    pub missing: Vec<&'static fields::Field>,
    /// The same fields, and those of numbers that cannot be read: the files show a placeholder for each of them.
    pub unset: Vec<&'static fields::Field>,
    /// Imported documents.
    pub carried: Carried,
    /// The documents with what was imported.
    merged: Merged,
    /// The call of the published Terraform module, if the selected way uses it.
    pub module: Option<ModuleCall>,
    /// Whether Terraform imports resources that already exist.
    pub takes_over: bool,
    /// The URL at which the user stored the CloudFormation template.
    pub template_url: Option<Text>,
}

impl Deployment {
    /// Returns whether the user gave a Region.
    pub fn has_region(&self) -> bool {
        !self.region.is_missing()
    }

    /// Returns the AWS account ID that the user gave.
    pub fn given_account(&self) -> Option<&Text> {
        (!self.account.is_missing()).then_some(&self.account)
    }

    /// Returns whether the task reads this secret from AWS Secrets Manager, no matter who creates it.
    pub fn has_secret(&self, kind: SecretKind) -> bool {
        self.secrets.iter().any(|secret| secret.kind == kind)
    }

    /// Returns the secrets that the deployment creates.
    pub fn created_secrets(&self) -> impl Iterator<Item = &Secret> {
        self.secrets.iter().filter(|secret| secret.arn.is_none())
    }

    /// Returns whether the deployment creates this secret.
    pub fn creates_secret(&self, kind: SecretKind) -> bool {
        self.created_secrets().any(|secret| secret.kind == kind)
    }

    /// Returns whether the task definition needs the token in plain text and the form does not have it.
    pub fn lacks_plain_token(&self) -> bool {
        if let Some(task_definition) = &self.merged.task_definition {
            return task_definition.references().contains(&Supplied::PlainToken);
        }
        let containers = self.task_definition.container_definitions.iter();
        containers
            .flat_map(|container| &container.environment)
            .flat_map(|variable| variable.value.references())
            .any(|what| what == Supplied::PlainToken)
    }

    /// Returns the deployment whose user enters a token in plain text later, instead of the one in the form.
    #[must_use]
    pub fn asking_for_token(&self) -> Self {
        let mut asking = self.clone();
        let containers = asking.task_definition.container_definitions.iter_mut();
        let variables = containers.flat_map(|container| &mut container.environment);
        for variable in variables.filter(|variable| variable.name == VARIABLES.token) {
            let placeholder = fields::TOKEN.placeholder().unwrap_or_default();
            let shown = Text::missing(fields::TOKEN.key, placeholder);
            variable.value = Text::supplied(Supplied::PlainToken, shown);
        }
        asking.merged = Merged::of(&asking.carried, &asking.task_definition, &asking.service);
        asking
    }

    /// Returns whether the user has to enter the delegate token when they create the deployment.
    pub fn tells_token(&self) -> bool {
        self.creates_secret(SecretKind::DelegateToken) || self.lacks_plain_token()
    }

    /// Returns the tree of the task definition, with what was imported.
    pub fn task_definition_tree(&self) -> Tree {
        let merged = self.merged.task_definition.clone();
        merged.unwrap_or_else(|| Tree::of(&self.task_definition))
    }

    /// Returns the tree of the service, with what was imported.
    pub fn service_tree(&self) -> Tree {
        let merged = self.merged.service.clone();
        merged.unwrap_or_else(|| Tree::of(&self.service))
    }

    /// Returns the user's tags, and the tag that says what created the resource.
    pub fn created_tags(&self) -> Vec<Tag> {
        let (key, value) = CREATED_BY;
        let own = Tag {
            key: key.to_owned(),
            value: value.into(),
        };
        let others = self.tags.iter().filter(|tag| tag.key != key);
        others.cloned().chain([own]).collect()
    }

    /// Names what the tasks run on, for use in a sentence.
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
    /// The cluster's name.
    pub name: Text,
    /// Whether the deployment creates the cluster if it does not exist.
    pub create: bool,
}

/// The log group, which the deployment creates if it does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogGroup {
    /// The log group's name.
    pub name: Text,
    /// Days for which events are kept; `None` keeps them forever.
    pub retention: Option<u64>,
}

/// Builds the AWS resources of a configuration.
pub fn build(config: &Config) -> Deployment {
    let tags = tags::of(config);
    let mut secrets = secret::of(config);
    let task_definition = task_definition(config, &secrets, &tags);
    let service = service(config, &task_definition, &tags);
    let merged = Merged::of(&config.carried, &task_definition, &service);
    let needs = merged.needs(&task_definition);
    if merged.task_definition.is_some() {
        // The imported definition may do without a secret that the form would create.
        secrets.retain(|secret| needs.secrets.contains(&secret.value_from()));
    }
    let unset = merged.needed(fields::unset(config), &service, &secrets);
    let role = |name: &str, policy_name, policy: &Option<policy::PolicyDocument>| Role {
        name: config.role_name(name),
        policy_name,
        trust: role::trust(config),
        policy: policy.clone(),
        tags: tags.clone(),
    };
    let execution_permissions = execution_policy::policy(config, &needs);
    let task_permissions = task_policy::policy(config);
    Deployment {
        region: config.region.text(),
        partition: config.partition(),
        account: config.account_text(),
        delegate_name: config.delegate_name.text(),
        manager_url: config.manager_url.text(),
        cluster: Cluster {
            name: config.cluster.text(),
            create: config.create_cluster,
        },
        log_group: config.has_logs().then(|| LogGroup {
            name: config.log_group.text(),
            retention: config.log_retention.number(),
        }),
        execution_role: config
            .creates_execution_role()
            .then(|| role("execution", "execution-role", &execution_permissions)),
        task_role: config
            .creates_task_role()
            .then(|| role("task", "task-role", &task_permissions)),
        execution_permissions,
        task_permissions,
        deployer_policy: deployer::policy(config, &task_definition, &secrets),
        deployer_policy_name: config.role_name("deployer"),
        module: ModuleCall::of(config),
        task_definition,
        tags,
        missing: missing(config, &unset),
        unset,
        service,
        secrets,
        carried: config.carried.clone(),
        merged,
        takes_over: config.terraform_import,
        template_url: config.template_url.typed_text(),
    }
}

/// Returns the fields that nobody has given, of those for which the files show a placeholder.
fn missing(config: &Config, unset: &[&'static fields::Field]) -> Vec<&'static fields::Field> {
    let mut missing = fields::missing(config);
    missing.retain(|field| unset.contains(field));
    missing
}

fn task_definition(config: &Config, secrets: &[Secret], tags: &[Tag]) -> TaskDefinition {
    let runtime_platform = (config.architecture == Architecture::Arm64).then_some(RuntimePlatform {
        cpu_architecture: "ARM64",
        operating_system_family: "LINUX",
    });
    TaskDefinition {
        family: config.family.text(),
        requires_compatibilities: vec![config.launch_type.value()],
        network_mode: config.is_awsvpc().then_some("awsvpc"),
        runtime_platform,
        cpu: task_size(config, &config.cpu),
        memory: task_size(config, &config.memory),
        ephemeral_storage: config
            .ephemeral_storage
            .number()
            .filter(|_| config.is_fargate())
            .map(|size_in_gib| EphemeralStorage { size_in_gib }),
        execution_role_arn: role_arn(
            &config.execution_role_arn,
            config.creates_execution_role(),
            Supplied::ExecutionRoleArn,
        ),
        task_role_arn: role_arn(
            &config.task_role_arn,
            config.creates_task_role(),
            Supplied::TaskRoleArn,
        ),
        container_definitions: vec![container::definition(config, secrets)],
        tags: tags.to_vec(),
    }
}

/// Returns CPU or memory of the task. The API takes it as a string, so on Fargate, which requires it, it can be a
/// placeholder.
fn task_size(config: &Config, size: &Value<u64>) -> Option<Text> {
    (size.number().is_some() || config.is_fargate()).then(|| size.text())
}

/// Returns the ARN that the user gave, or else a reference to the role that the deployment creates, or else the ARN of
/// the role that the account is expected to have.
fn role_arn(arn: &TextValue, is_created: bool, supplied: Supplied) -> Option<Text> {
    match arn.typed_text() {
        None if is_created => Some(Text::supplied(supplied, arn.derived.as_ref()?)),
        None => arn.derived.clone(),
        typed => typed,
    }
}

fn service(config: &Config, task_definition: &TaskDefinition, tags: &[Tag]) -> Service {
    let strategy = config
        .capacity
        .known()
        .map(|provider| CapacityProviderStrategyItem {
            capacity_provider: provider,
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
        cluster: config.cluster.text(),
        service_name: config.service_name.text(),
        task_definition: Text::supplied(Supplied::TaskDefinitionArn, &task_definition.family),
        launch_type: strategy.is_none().then_some(config.launch_type.value()),
        capacity_provider_strategy: strategy.into_iter().collect(),
        platform_version: config.platform_version.known().filter(|_| config.is_fargate()),
        scheduling_strategy: "REPLICA",
        desired_count: config.desired_count.number().unwrap_or(1),
        deployment_configuration: (deployment_configuration != DeploymentConfiguration::default())
            .then_some(deployment_configuration),
        network_configuration: config.is_awsvpc().then(|| NetworkConfiguration {
            awsvpc_configuration: AwsVpcConfiguration {
                subnets: listed(&config.subnets, Supplied::Subnets),
                security_groups: listed(&config.security_groups, Supplied::SecurityGroups),
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

/// Returns the configured value. If no subnets are given, a script decides this by the subnets it finds, so the value
/// is a reference.
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

/// Returns the items that the user gave, or one reference for the whole list.
fn listed(list: &List, supplied: Supplied) -> Vec<Text> {
    if list.is_empty() {
        vec![Text::supplied(supplied, list.origin.missing())]
    } else {
        list.texts()
    }
}
