//! The call of the published Terraform module: what of the configuration it can be told. What it cannot be told is
//! a finding of the rules.
//! Source: `variables.tf` and `main.tf` of the module at [`REF`], read 2026-11.

use super::iam::{self, PolicyDocument};
use super::task_definition::{KeyValuePair, TaskDefinition};
use crate::config::Config;
use crate::facts::delegate::VARIABLES;
use crate::fields::{self, Field};
use serde::Serialize;

/// The release that is called: 0.0.14, by its commit, since a tag can be moved.
pub const REF: &str = "39296115dbe0eb54357bdb6fa1ea6745e45208cb";

/// The call, and the policy that is handed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleCall {
    /// Its arguments.
    pub arguments: Arguments,
    /// What the delegate may do at AWS, if anything, and the policy's name.
    pub policy: Option<(String, PolicyDocument)>,
}

/// The module's variables, spelled and typed as it declares them; network, cluster and policy are references to
/// what stands beside the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Arguments {
    pub source: String,
    pub name: String,
    pub harness_account_id: String,
    pub delegate_token_secret_arn: String,
    pub delegate_image: String,
    pub manager_host_and_port: String,
    pub log_streaming_service_url: String,
    /// The cluster that the module creates; without it, the module's own name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desired_count: Option<u64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub enable_ecs_exec: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub delegate_tags: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub delegate_description: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub init_script: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub delegate_environment: Vec<KeyValuePair>,
}

impl ModuleCall {
    /// The call that a configuration means; `None` where it means none.
    pub fn of(config: &Config, task_definition: &TaskDefinition) -> Option<Self> {
        if !config.is_module() {
            return None;
        }
        // A default that is not the module's was not asked for.
        let asked = |field: &Field, number: Option<u64>| number.filter(|_| config.is_touched(field.key));
        let arguments = Arguments {
            source: format!(
                "git::https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate.git?ref={REF}"
            ),
            name: config.delegate_name.or(fields::DELEGATE_NAME.placeholder()),
            harness_account_id: config.account_id.or(fields::ACCOUNT_ID.placeholder()),
            delegate_token_secret_arn: config.token_secret_arn.or(fields::TOKEN_SECRET_ARN.placeholder()),
            delegate_image: config.image.or(fields::IMAGE.placeholder()),
            manager_host_and_port: config.manager_url.or(fields::MANAGER_URL.placeholder()),
            log_streaming_service_url: config.log_service_url.or(""),
            cluster_name: config.cluster.known().cloned().filter(|_| config.create_cluster),
            cpu: asked(&fields::CPU, config.cpu.number()),
            memory: asked(&fields::MEMORY, config.memory.number()),
            desired_count: asked(&fields::DESIRED_COUNT, config.desired_count.number()),
            enable_ecs_exec: config.enable_execute_command,
            delegate_tags: config.delegate_tags.clone(),
            delegate_description: config.delegate_description.clone(),
            init_script: config.init_script.clone(),
            delegate_environment: environment(task_definition),
        };
        let policy = iam::delegate_policy(config).map(|policy| (config.policy_name.clone(), policy));
        Some(Self { arguments, policy })
    }
}

/// The variables that the module does not set out of its own arguments: what follows the init script.
fn environment(task_definition: &TaskDefinition) -> Vec<KeyValuePair> {
    task_definition
        .container_definitions
        .iter()
        .flat_map(|container| &container.environment)
        .skip_while(|variable| variable.name != VARIABLES.init_script)
        .skip(1)
        .cloned()
        .collect()
}
