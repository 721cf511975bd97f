//! What a combination of decisions means: the questions that several steps ask of a configuration.

use super::Config;
use crate::aws::region::partition;
use crate::choices::{LaunchType, Logs, TaskRolePermissions, TerraformSource, TokenSource, Way};

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
        partition(self.region.typed().unwrap_or_default())
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
}
