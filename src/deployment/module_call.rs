//! The call of the published Terraform module: what of the configuration it can be told. What it cannot be told is
//! a finding of the rules.
//! Source: `variables.tf` and `main.tf` of the module at [`REF`], read 2026-11.

use super::container;
use super::policy::PolicyDocument;
use super::task_definition::KeyValuePair;
use super::task_policy;
use crate::config::{Config, FreeText, Value};
use crate::document::declare::document;
use crate::document::text::Text;

/// The release that is called: 0.0.14, by its commit, since a tag can be moved.
pub const REF: &str = "39296115dbe0eb54357bdb6fa1ea6745e45208cb";

/// The call, and the policy that is handed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleCall {
    /// Its arguments.
    pub arguments: Arguments,
    /// What the delegate may do at AWS, if anything, and the policy's name.
    pub policy: Option<(Text, PolicyDocument)>,
}

document! {
    /// The module's variables, spelled and typed as it declares them; network, cluster and policy are references to
    /// what stands beside the call.
    pub struct Arguments {
        "source" => pub source: Text,
        "name" => pub name: Text,
        "harness_account_id" => pub harness_account_id: Text,
        "delegate_token_secret_arn" => pub delegate_token_secret_arn: Text,
        "delegate_image" => pub delegate_image: Text,
        "manager_host_and_port" => pub manager_host_and_port: Text,
        "log_streaming_service_url" => pub log_streaming_service_url: Text,
        /// The cluster that the module creates; without it, the module's own name for it.
        "cluster_name" => pub cluster_name: Option<Text>,
        "cpu" => pub cpu: Option<u64>,
        "memory" => pub memory: Option<u64>,
        "desired_count" => pub desired_count: Option<u64>,
        "enable_ecs_exec" if filled => pub enable_ecs_exec: bool,
        "delegate_tags" => pub delegate_tags: Option<Text>,
        "delegate_description" => pub delegate_description: Option<Text>,
        "init_script" => pub init_script: Option<Text>,
        "delegate_environment" if filled => pub delegate_environment: Vec<KeyValuePair>,
    }
}

impl ModuleCall {
    /// The call that a configuration means; `None` where it means none.
    pub fn of(config: &Config) -> Option<Self> {
        if !config.is_module() {
            return None;
        }
        // A default that is not the module's was not asked for.
        let asked = |value: &Value<u64>| value.number().filter(|_| value.origin.is_given);
        let unless_empty = |text: &FreeText| (!text.is_empty()).then(|| text.text());
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
            cpu: asked(&config.cpu),
            memory: asked(&config.memory),
            desired_count: asked(&config.desired_count),
            enable_ecs_exec: config.enable_execute_command,
            delegate_tags: unless_empty(&config.delegate_tags),
            delegate_description: unless_empty(&config.delegate_description),
            init_script: unless_empty(&config.init_script),
            delegate_environment: container::more_environment(config),
        };
        let policy = task_policy::delegate_policy(config).map(|policy| (config.policy_name.clone(), policy));
        Some(Self { arguments, policy })
    }
}
