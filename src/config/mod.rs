//! The configuration: what the user decided, read from the form into types. It is plain data; `meaning.rs` has the
//! predicates over it, and `texts.rs` the texts that several documents share.

mod meaning;
mod texts;
pub mod value;

use crate::carried::Carried;
use crate::choices::{
    Architecture, LaunchType, Logs, PropagateTags, ProxyScheme, TaskRolePermissions, TerraformSource,
    TokenSource, Way,
};
use crate::document::text::Text;
pub use value::{FreeText, Given, List, Origin, Row, TextValue, Value};

/// The whole configuration. Each member has the name of its field's key. The field `start` has no member, because it
/// only selects defaults and derived texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct Config {
    pub way: Way,
    pub launch_type: LaunchType,
    pub region: TextValue,
    pub aws_account_id: TextValue,
    pub cluster: TextValue,
    pub create_cluster: bool,

    pub account_id: TextValue,
    pub manager_url: TextValue,
    pub log_service_url: TextValue,
    pub token_source: TokenSource,
    pub token_secret_arn: TextValue,
    pub token: TextValue,
    pub delegate_name: TextValue,
    pub delegate_tags: FreeText,
    pub delegate_description: FreeText,
    pub image: TextValue,
    pub init_script: FreeText,
    pub env: Vec<Row>,
    pub secret_env: Vec<Row>,

    pub proxy_host: TextValue,
    pub proxy_port: Value<u64>,
    pub proxy_scheme: ProxyScheme,
    pub proxy_user: TextValue,
    pub proxy_password: TextValue,
    pub proxy_password_secret_arn: TextValue,
    pub no_proxy: TextValue,

    /// CPU units of the task; 1024 are one vCPU.
    pub cpu: Value<u64>,
    /// MiB of the task.
    pub memory: Value<u64>,
    /// CPU units.
    pub container_cpu: Value<u64>,
    /// MiB.
    pub container_memory: Value<u64>,
    pub container_name: TextValue,
    pub container_port: Value<u64>,
    pub family: TextValue,
    pub hostname: TextValue,
    /// Seconds.
    pub stop_timeout: Value<u64>,
    pub health_check: bool,
    pub architecture: Architecture,
    /// GiB.
    pub ephemeral_storage: Value<u64>,

    pub logs: Logs,
    pub log_group: TextValue,
    /// Days.
    pub log_retention: Value<u64>,

    pub create_roles: bool,
    pub task_role_arn: TextValue,
    pub execution_role_arn: TextValue,
    pub task_role_permissions: TaskRolePermissions,
    pub assume_role_arns: List,
    pub s3_bucket: TextValue,
    pub kms_key_id: TextValue,

    pub service_name: TextValue,
    pub desired_count: Value<u64>,
    pub subnets: List,
    pub security_groups: List,
    pub assign_public_ip: bool,
    pub capacity: TextValue,
    pub platform_version: TextValue,
    pub enable_execute_command: bool,
    pub circuit_breaker: bool,
    pub minimum_healthy_percent: Value<u64>,
    pub maximum_percent: Value<u64>,
    pub propagate_tags: PropagateTags,
    pub enable_ecs_managed_tags: bool,
    pub tags: Vec<Row>,

    pub terraform_source: TerraformSource,
    pub terraform_import: bool,
    pub template_url: TextValue,
    /// The name of the IAM policy that the Terraform module receives. It is derived and has no field.
    pub policy_name: Text,

    /// Imported documents.
    pub carried: Carried,
}
