//! The variables of the script for values that another resource supplies.

use crate::document::supplied::{SecretKind, Supplied};

/// The variable for the ARN of the execution role.
pub const EXECUTION_ROLE_ARN: &str = "execution_role_arn";

/// The variable for the ARN of the task role.
pub const TASK_ROLE_ARN: &str = "task_role_arn";

/// Returns the variable for the ARN of a secret.
pub fn secret_arn(kind: SecretKind) -> &'static str {
    match kind {
        SecretKind::DelegateToken => "token_secret_arn",
        SecretKind::ProxyPassword => "proxy_password_secret_arn",
    }
}

/// Returns the variable for a value that another resource supplies, or `None` if the script contains the value itself.
pub fn variable(supplied: Supplied) -> Option<&'static str> {
    Some(match supplied {
        Supplied::Region | Supplied::Partition | Supplied::LogGroup | Supplied::DelegatePolicyName => {
            return None;
        }
        Supplied::AccountId => "account",
        Supplied::ExecutionRoleArn => EXECUTION_ROLE_ARN,
        Supplied::TaskRoleArn => TASK_ROLE_ARN,
        Supplied::SecretArn(kind) => secret_arn(kind),
        Supplied::PlainToken => "token_in_json",
        Supplied::Subnets => "subnets",
        Supplied::SecurityGroups => "security_groups",
        Supplied::AssignPublicIp => "assign_public_ip",
        Supplied::TaskDefinitionArn => "task_definition_arn",
    })
}
