//! The call of the published Terraform module: the part of the configuration that the module accepts. Rules report the
//! rest.
//! Source: `variables.tf` and `main.tf` of the module at [`REF`], read 2026-11.

use super::container;
use super::policy::PolicyDocument;
use super::task_definition::KeyValuePair;
use super::task_policy;
use crate::config::{Config, FreeText, Value};
use crate::document::text::Text;
use serde::Serialize;

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

/// The module's variables, with the names and types that it declares. The outputs add references for the network, the
/// cluster and the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Arguments {
    pub source: Text,
    pub name: Text,
    pub harness_account_id: Text,
    pub delegate_token_secret_arn: Text,
    pub delegate_image: Text,
    pub manager_host_and_port: Text,
    pub log_streaming_service_url: Text,
    /// The name of the cluster that the module creates; `None` leaves it to the module.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster_name: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desired_count: Option<u64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub enable_ecs_exec: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegate_tags: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegate_description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub init_script: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub delegate_environment: Vec<KeyValuePair>,
}

impl ModuleCall {
    /// Builds the call of a configuration, or returns `None` if the selected way does not use the module.
    pub fn of(config: &Config) -> Option<Self> {
        if !config.is_module() {
            return None;
        }
        // The module has its own defaults, so only numbers that the user gave are passed.
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
