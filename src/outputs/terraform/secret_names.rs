//! The names of a secret's resources in `standalone.tf`.

use crate::document::supplied::SecretKind;

/// The names that belong to a secret.
pub struct SecretNames {
    /// The label of the secret's resources.
    pub label: &'static str,
    /// The reference to the secret's ARN.
    pub arn: &'static str,
    /// The resource for the secret's value.
    pub version: &'static str,
    /// The variable for the secret's value.
    pub value: &'static str,
}

impl SecretNames {
    /// Returns the names for a kind of secret.
    pub fn of(kind: SecretKind) -> Self {
        match kind {
            SecretKind::DelegateToken => Self {
                label: "delegate_token",
                arn: "aws_secretsmanager_secret.delegate_token.arn",
                version: "aws_secretsmanager_secret_version.delegate_token",
                value: "var.delegate_token",
            },
            SecretKind::ProxyPassword => Self {
                label: "proxy_password",
                arn: "aws_secretsmanager_secret.proxy_password.arn",
                version: "aws_secretsmanager_secret_version.proxy_password",
                value: "var.proxy_password",
            },
        }
    }
}
