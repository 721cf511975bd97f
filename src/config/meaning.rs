//! Predicates that combine several values of a configuration, for the steps that ask the same question.

use super::Config;
use crate::aws::region::partition;
use crate::choices::{LaunchType, Logs, TaskRolePermissions, TerraformSource, TokenSource, Way};

impl Config {
    /// Returns whether the task uses the network mode `awsvpc`: always on Fargate, on EC2 if subnets are given.
    pub fn is_awsvpc(&self) -> bool {
        self.launch_type == LaunchType::Fargate || !self.subnets.is_empty()
    }

    /// Returns whether the launch type is Fargate.
    pub fn is_fargate(&self) -> bool {
        self.launch_type == LaunchType::Fargate
    }

    /// Returns the partition of the Region, or `aws` if the Region is blank.
    pub fn partition(&self) -> &'static str {
        partition(self.region.typed().unwrap_or_default())
    }

    /// Returns whether the token comes from AWS Secrets Manager. The Terraform module supports no other source.
    pub fn has_token_secret(&self) -> bool {
        self.token_source == TokenSource::SecretsManager || self.is_module()
    }

    /// Returns whether the container reads secrets, which ECS fetches with the execution role.
    pub fn has_secrets(&self) -> bool {
        self.has_token_secret() || !self.secret_env.is_empty() || self.has_proxy_password_secret()
    }

    /// Returns whether the proxy password comes from AWS Secrets Manager: the form has a proxy host and no plain-text
    /// password, and it has a proxy user or the ARN of the secret.
    pub fn has_proxy_password_secret(&self) -> bool {
        !self.proxy_host.is_blank()
            && self.proxy_password.is_blank()
            && !(self.proxy_user.is_blank() && self.proxy_password_secret_arn.is_blank())
    }

    /// Returns whether the container writes to CloudWatch Logs.
    pub fn has_logs(&self) -> bool {
        self.logs == Logs::Awslogs
    }

    /// Returns whether the task definition needs an execution role. ECS requires one for secrets, and on Fargate for
    /// CloudWatch Logs and private ECR images. This also returns `true` for every Fargate task and for CloudWatch Logs
    /// on EC2; of Fargate tasks not one that was imported without a role.
    pub fn needs_execution_role(&self) -> bool {
        let runs_without = self.carried.lacks("executionRoleArn");
        self.has_secrets() || self.has_logs() || self.is_fargate() && !runs_without
    }

    /// Returns whether the deployment creates the execution role: the form asks for roles and has no ARN of an existing
    /// one.
    pub fn creates_execution_role(&self) -> bool {
        self.create_roles && self.execution_role_arn.is_blank()
    }

    /// Returns whether the deployment creates the task role: the form asks for roles and has no ARN of an existing one.
    pub fn creates_task_role(&self) -> bool {
        self.create_roles && self.task_role_arn.is_blank()
    }

    /// Returns whether the user chooses the delegate's permissions: the deployment creates the task role, or it calls
    /// the Terraform module, which always creates one.
    pub fn chooses_permissions(&self) -> bool {
        self.creates_task_role() || self.is_module()
    }

    /// Returns whether the delegate's permissions apply to an S3 bucket.
    pub fn needs_bucket(&self) -> bool {
        use TaskRolePermissions::{AllS3, ReadS3};
        self.chooses_permissions() && matches!(self.task_role_permissions, ReadS3 | AllS3)
    }

    /// Returns whether the selected way calls the published Terraform module, which runs on Fargate only.
    pub fn is_module(&self) -> bool {
        self.way == Way::Terraform && self.terraform_source == TerraformSource::Module && self.is_fargate()
    }
}
