//! What the user decided, typed: the form's text after reading it. Plain data without a rule in it.

use crate::aws::region;
use crate::choices::{
    Architecture, LaunchType, Logs, PropagateTags, ProxyScheme, TaskRolePermissions, TerraformSource,
    TokenSource, Way,
};

/// What became of one field's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Given<T> {
    /// There is none.
    #[default]
    Blank,
    /// There is one that cannot be read. There is a finding about it, and the outputs show what blank would.
    Unreadable,
    /// It was read.
    Typed(T),
}

/// A field's value: what was given, and what stands in its place otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<T> {
    /// What the form says.
    pub given: Given<T>,
    /// What follows from other fields. A text may hold the placeholder of a source that is missing.
    pub derived: Option<T>,
}

// Not derived: a type that cannot be blank may still stand in a `Value`.
impl<T> Default for Value<T> {
    fn default() -> Self {
        Self {
            given: Given::Blank,
            derived: None,
        }
    }
}

impl<T> Value<T> {
    /// What was typed and could be read.
    pub fn typed(&self) -> Option<&T> {
        match &self.given {
            Given::Typed(value) => Some(value),
            Given::Blank | Given::Unreadable => None,
        }
    }

    /// What was typed, else what was derived.
    pub fn known(&self) -> Option<&T> {
        self.typed().or(self.derived.as_ref())
    }

    /// Whether nothing at all was given.
    pub fn is_blank(&self) -> bool {
        matches!(self.given, Given::Blank)
    }
}

impl Value<String> {
    /// What was typed, else what was derived, else the placeholder.
    pub fn or(&self, placeholder: &'static str) -> String {
        self.known().map_or_else(|| placeholder.to_owned(), Clone::clone)
    }
}

impl Value<u64> {
    /// What was typed, else what was derived.
    pub fn number(&self) -> Option<u64> {
        self.known().copied()
    }
}

/// One row of `NAME=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What stands before the first `=`, cleaned.
    pub name: String,
    /// What stands behind it, as given.
    pub value: String,
    /// Where it stands among the field's texts, counted from 0.
    pub index: usize,
}

/// The whole configuration. A member is named after its field's key; `start` is not among them, since it only
/// chose defaults and derived texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct Config {
    pub way: Way,
    pub launch_type: LaunchType,
    pub region: Value<String>,
    pub aws_account_id: Value<String>,
    pub cluster: Value<String>,
    pub create_cluster: bool,

    pub account_id: Value<String>,
    pub manager_url: Value<String>,
    pub log_service_url: Value<String>,
    pub token_source: TokenSource,
    pub token_secret_arn: Value<String>,
    pub token: Value<String>,
    pub delegate_name: Value<String>,
    pub delegate_tags: String,
    pub delegate_description: String,
    pub image: Value<String>,
    pub init_script: String,
    pub env: Vec<Row>,
    pub secret_env: Vec<Row>,

    pub proxy_host: Value<String>,
    pub proxy_port: Value<u64>,
    pub proxy_scheme: ProxyScheme,
    pub proxy_user: Value<String>,
    pub proxy_password: Value<String>,
    pub proxy_password_secret_arn: Value<String>,
    pub no_proxy: Value<String>,

    /// CPU units of the task.
    pub cpu: Value<u64>,
    /// MiB of the task.
    pub memory: Value<u64>,
    pub container_cpu: Value<u64>,
    pub container_memory: Value<u64>,
    pub container_name: Value<String>,
    pub container_port: Value<u64>,
    pub family: Value<String>,
    pub hostname: Value<String>,
    /// Seconds.
    pub stop_timeout: Value<u64>,
    pub health_check: bool,
    pub architecture: Architecture,
    /// GiB.
    pub ephemeral_storage: Value<u64>,

    pub logs: Logs,
    pub log_group: Value<String>,
    /// Days.
    pub log_retention: Value<u64>,

    pub create_roles: bool,
    pub task_role_arn: Value<String>,
    pub execution_role_arn: Value<String>,
    pub task_role_permissions: TaskRolePermissions,
    pub assume_role_arns: Vec<String>,
    pub s3_bucket: Value<String>,
    pub kms_key_id: Value<String>,

    pub service_name: Value<String>,
    pub desired_count: Value<u64>,
    pub subnets: Vec<String>,
    pub security_groups: Vec<String>,
    pub assign_public_ip: bool,
    pub capacity: Value<String>,
    pub platform_version: Value<String>,
    pub enable_execute_command: bool,
    pub circuit_breaker: bool,
    pub minimum_healthy_percent: Value<u64>,
    pub maximum_percent: Value<u64>,
    pub propagate_tags: PropagateTags,
    pub enable_ecs_managed_tags: bool,
    pub tags: Vec<Row>,

    pub terraform_source: TerraformSource,
    pub terraform_import: bool,
    pub template_url: Value<String>,
    /// The name of the policy that is handed to the Terraform module; derived, and no field.
    pub policy_name: String,

    /// Keys of the fields that were given a text other than the default; a blank one is none.
    pub touched: Vec<&'static str>,
    /// Keys of the fields whose default is a placeholder that still stands there.
    pub untouched_placeholders: Vec<&'static str>,
    /// The texts of the fields with rows as they were given, unreadable ones too: a fix of one row keeps the others.
    pub row_texts: Vec<(&'static str, Vec<String>)>,
    /// What an import brought and no field holds.
    pub carried: crate::form::Carried,
}

impl Config {
    /// Whether the task gets a network interface of its own: always on Fargate, on EC2 where subnets are given.
    pub fn is_awsvpc(&self) -> bool {
        self.launch_type == LaunchType::Fargate || !self.subnets.is_empty()
    }

    /// Whether it runs on Fargate.
    pub fn is_fargate(&self) -> bool {
        self.launch_type == LaunchType::Fargate
    }

    /// The partition of the Region: `aws` while the Region is blank.
    pub fn partition(&self) -> &'static str {
        region::partition(self.region.known().map_or("", String::as_str))
    }

    /// Whether the token is in Secrets Manager; the Terraform module knows no other place.
    pub fn has_token_secret(&self) -> bool {
        self.token_source == TokenSource::SecretsManager || self.is_module()
    }

    /// Whether something of the task is in Secrets Manager, which the execution role then reads.
    pub fn has_secrets(&self) -> bool {
        self.has_token_secret() || !self.secret_env.is_empty() || self.has_proxy_password_secret()
    }

    /// Whether the proxy's password comes from Secrets Manager: it has a user, and no password in plain text.
    pub fn has_proxy_password_secret(&self) -> bool {
        !self.proxy_host.is_blank()
            && self.proxy_password.is_blank()
            && !(self.proxy_user.is_blank() && self.proxy_password_secret_arn.is_blank())
    }

    /// Whether the container writes to CloudWatch Logs.
    pub fn has_logs(&self) -> bool {
        self.logs == Logs::Awslogs
    }

    /// Whether the task cannot start without an execution role: Fargate with CloudWatch Logs or a private ECR
    /// image, and secrets anywhere.
    pub fn needs_execution_role(&self) -> bool {
        self.has_secrets() || self.has_logs() || self.is_fargate()
    }

    /// Whether an execution role is created with the rest: asked for, and none is given.
    pub fn creates_execution_role(&self) -> bool {
        self.create_roles && self.execution_role_arn.is_blank()
    }

    /// Whether a task role is created with the rest: asked for, and none is given.
    pub fn creates_task_role(&self) -> bool {
        self.create_roles && self.task_role_arn.is_blank()
    }

    /// Whether what the delegate may do is chosen here: with a role that is created; the Terraform module creates one
    /// always.
    pub fn chooses_permissions(&self) -> bool {
        self.creates_task_role() || self.is_module()
    }

    /// Whether what the delegate may do concerns a bucket.
    pub fn needs_bucket(&self) -> bool {
        use TaskRolePermissions::{AllS3, ReadS3};
        self.chooses_permissions() && matches!(self.task_role_permissions, ReadS3 | AllS3)
    }

    /// Whether something in the files names the AWS account: the ARN of a role that is created or derived.
    pub fn names_aws_account(&self) -> bool {
        self.creates_execution_role()
            || self.creates_task_role()
            || (self.execution_role_arn.is_blank() && self.needs_execution_role())
    }

    /// Whether an ARN that is still missing will tell the account.
    pub fn will_learn_aws_account(&self) -> bool {
        self.has_token_secret() && self.token_secret_arn.is_blank()
    }

    /// Whether the open way calls the published Terraform module.
    pub fn is_module(&self) -> bool {
        self.way == Way::Terraform && self.terraform_source == TerraformSource::Module && self.is_fargate()
    }

    /// Whether the text of this field differs from its default.
    pub fn is_touched(&self, key: &str) -> bool {
        self.touched.contains(&key)
    }
}
