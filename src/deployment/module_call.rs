//! The call of the published Terraform module: the part of the configuration that the module accepts. Rules report the
//! rest.
//! Source: `variables.tf` and `main.tf` of the module at [`REF`], read 2026-11.

use super::container;
use super::policy::PolicyDocument;
use super::task_definition::KeyValuePair;
use super::task_policy;
use crate::config::{Config, FreeText, Value};
use crate::document::declare::document;
use crate::document::supplied::Supplied;
use crate::document::text::Text;
use crate::facts::terraform_module::{DEFAULT_CPU, DEFAULT_DESIRED_COUNT, DEFAULT_MEMORY};

/// The commit of release 0.0.14, which is called. A tag can be moved, a commit cannot.
pub const REF: &str = "39296115dbe0eb54357bdb6fa1ea6745e45208cb";

/// A call of the module, and the policy that it receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleCall {
    /// The arguments of the call.
    pub arguments: Arguments,
    /// The name and the document of the policy for the delegate, if it needs permissions.
    pub policy: Option<(Text, PolicyDocument)>,
}

document! {
    /// The module's variables, with the names and types that it declares. The outputs add references for the
    /// network and the cluster.
    pub struct Arguments {
        "source" => pub source: Text,
        "name" => pub name: Text,
        "harness_account_id" => pub harness_account_id: Text,
        "delegate_token_secret_arn" => pub delegate_token_secret_arn: Text,
        "delegate_image" => pub delegate_image: Text,
        "manager_host_and_port" => pub manager_host_and_port: Text,
        "log_streaming_service_url" => pub log_streaming_service_url: Text,
        /// The name of the cluster that the module creates; `None` leaves it to the module.
        "cluster_name" => pub cluster_name: Option<Text>,
        "cpu" => pub cpu: Option<u64>,
        "memory" => pub memory: Option<u64>,
        "desired_count" => pub desired_count: Option<u64>,
        "enable_ecs_exec" if filled => pub enable_ecs_exec: bool,
        "delegate_tags" => pub delegate_tags: Option<Text>,
        "delegate_description" => pub delegate_description: Option<Text>,
        "init_script" => pub init_script: Option<Text>,
        "delegate_environment" if filled => pub delegate_environment: Vec<KeyValuePair>,
        /// Terraform must know these ARNs when it plans, because the module has a `for_each` over them. The ARN that
        /// a policy's resource supplies is known only after apply, so this is composed of what is known before.
        "delegate_policy_arns" => pub delegate_policy_arns: Vec<Text>,
    }
}

impl ModuleCall {
    /// Builds the call of a configuration, or returns `None` if the selected way does not use the module.
    pub fn of(config: &Config) -> Option<Self> {
        if !config.is_module() {
            return None;
        }
        let unless = |default: u64, value: &Value<u64>| value.number().filter(|number| *number != default);
        let unless_empty = |text: &FreeText| (!text.is_empty()).then(|| text.text());
        let policy = task_policy::delegate_policy(config).map(|policy| (config.policy_name.clone(), policy));
        let policy_arn = |(name, _): &(Text, PolicyDocument)| {
            config.policy_arn(Text::supplied(Supplied::DelegatePolicyName, name))
        };
        let arguments = Arguments {
            source: format!(
                "git::https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate.git?ref={REF}"
            )
            .into(),
            name: config.delegate_name.text(),
            harness_account_id: config.account_id.text(),
            delegate_token_secret_arn: config.token_secret_arn.text(),
            delegate_image: config.image.text(),
            manager_host_and_port: config.manager_url.text(),
            log_streaming_service_url: config.log_service_url.text(),
            cluster_name: config.cluster.known().filter(|_| config.create_cluster),
            cpu: unless(DEFAULT_CPU, &config.cpu),
            memory: unless(DEFAULT_MEMORY, &config.memory),
            desired_count: unless(DEFAULT_DESIRED_COUNT, &config.desired_count),
            enable_ecs_exec: config.enable_execute_command,
            delegate_tags: unless_empty(&config.delegate_tags),
            delegate_description: unless_empty(&config.delegate_description),
            init_script: unless_empty(&config.init_script),
            delegate_environment: container::more_environment(config),
            delegate_policy_arns: policy.iter().map(policy_arn).collect(),
        };
        Some(Self { arguments, policy })
    }
}
