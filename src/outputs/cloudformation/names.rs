//! The names of resources and parameters in the template.

use crate::document::supplied::{SecretKind, Supplied};

/// The names that belong to a secret.
pub struct SecretNames {
    /// The logical ID of the secret; `!Ref` returns its ARN.
    pub resource: &'static str,
    /// The parameter for the secret's value.
    pub parameter: &'static str,
}

impl SecretNames {
    /// Returns the names for a kind of secret.
    pub const fn of(kind: SecretKind) -> Self {
        match kind {
            SecretKind::DelegateToken => Self {
                resource: "TokenSecret",
                parameter: "DelegateToken",
            },
            SecretKind::ProxyPassword => Self {
                resource: "ProxyPasswordSecret",
                parameter: "ProxyPassword",
            },
        }
    }
}

/// Returns the logical ID, attribute or pseudo parameter, or `None` if the template contains the text that a JSON file
/// shows.
pub fn reference(what: Supplied) -> Option<&'static str> {
    Some(match what {
        Supplied::AccountId => "AWS::AccountId",
        Supplied::Region => "AWS::Region",
        Supplied::Partition => "AWS::Partition",
        Supplied::ExecutionRoleArn => "ExecutionRole.Arn",
        Supplied::TaskRoleArn => "TaskRole.Arn",
        Supplied::SecretArn(kind) => SecretNames::of(kind).resource,
        Supplied::PlainToken => SecretNames::of(SecretKind::DelegateToken).parameter,
        Supplied::Subnets => "Subnets",
        Supplied::SecurityGroups => "SecurityGroups",
        Supplied::TaskDefinitionArn => "TaskDefinition",
        // The stack creates the log group unless it exists (`properties::log_group`), so a part of a text is its name.
        // Only a script looks for subnets, and only Terraform calls the module, so the template uses the configured value.
        Supplied::LogGroup | Supplied::AssignPublicIp | Supplied::DelegatePolicyName => return None,
    })
}
