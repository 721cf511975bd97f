//! What everything is called in the template.

use crate::document::supplied::{SecretKind, Supplied};

/// What a secret is called.
pub struct SecretNames {
    /// The logical ID of the secret: `!Ref` to it is its ARN.
    pub resource: &'static str,
    /// The parameter that takes its value.
    pub parameter: &'static str,
}

impl SecretNames {
    /// Of one kind of secret.
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

/// The logical ID, attribute or pseudo parameter; `None` for the text that JSON shows.
pub fn reference(what: Supplied) -> Option<&'static str> {
    Some(match what {
        Supplied::AccountId => "AWS::AccountId",
        Supplied::Region => "AWS::Region",
        Supplied::Partition => "AWS::Partition",
        Supplied::LogGroup => "LogGroup",
        Supplied::ExecutionRoleArn => "ExecutionRole.Arn",
        Supplied::TaskRoleArn => "TaskRole.Arn",
        Supplied::SecretArn(kind) => SecretNames::of(kind).resource,
        Supplied::PlainToken => SecretNames::of(SecretKind::DelegateToken).parameter,
        Supplied::Subnets => "Subnets",
        Supplied::SecurityGroups => "SecurityGroups",
        Supplied::TaskDefinitionArn => "TaskDefinition",
        // Who has not said it gets what is said here.
        Supplied::AssignPublicIp => return None,
    })
}
