//! The secrets that the task reads from AWS Secrets Manager and whose values the user knows.

use crate::aws::names;
use crate::config::{Config, TextValue};
use crate::document::supplied::{SecretKind, Supplied};
use crate::document::text::Text;
use crate::facts::delegate::VARIABLES;
use crate::fields::{self, Field};

/// A secret in AWS Secrets Manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What the secret contains.
    pub kind: SecretKind,
    /// The name that the deployment creates the secret with.
    pub name: Text,
    /// The secret's ARN, if the secret already exists.
    pub arn: Option<Text>,
    /// The placeholder for the ARN while it is missing.
    placeholder: Text,
    /// The ARN of the customer managed KMS key that encrypts the secret, if any.
    pub kms_key: Option<Text>,
}

impl Secret {
    /// Returns the environment variable of the delegate that takes the secret.
    pub fn variable(&self) -> &'static str {
        match self.kind {
            SecretKind::DelegateToken => VARIABLES.token,
            SecretKind::ProxyPassword => VARIABLES.proxy_password,
        }
    }

    /// Returns the field for the secret's ARN.
    pub fn field(&self) -> &'static Field {
        match self.kind {
            SecretKind::DelegateToken => &fields::TOKEN_SECRET_ARN,
            SecretKind::ProxyPassword => &fields::PROXY_PASSWORD_SECRET_ARN,
        }
    }

    /// Names what the secret contains, for use in a sentence.
    pub fn what(&self) -> &'static str {
        match self.kind {
            SecretKind::DelegateToken => "delegate token",
            SecretKind::ProxyPassword => "proxy password",
        }
    }

    /// Returns the secret's ARN for the task definition: the one that the user gave, or else a reference to the secret
    /// that the deployment creates.
    pub fn value_from(&self) -> Text {
        let created = || Text::supplied(Supplied::SecretArn(self.kind), &self.placeholder);
        self.arn.clone().unwrap_or_else(created)
    }
}

/// Returns the secrets of a configuration.
pub fn of(config: &Config) -> Vec<Secret> {
    let delegate = config.delegate_name.text().map(names::secret_name);
    let secret = |kind, suffix: &str, arn: &TextValue| Secret {
        kind,
        name: Text::from("harness/").then(&delegate).then(suffix),
        arn: arn.typed_text(),
        placeholder: arn.origin.missing(),
        kms_key: config.kms_key_id.known(),
    };
    let mut secrets = Vec::new();
    if config.has_token_secret() {
        secrets.push(secret(SecretKind::DelegateToken, "", &config.token_secret_arn));
    }
    if config.has_proxy_password_secret() {
        let arn = &config.proxy_password_secret_arn;
        secrets.push(secret(SecretKind::ProxyPassword, "-proxy-password", arn));
    }
    secrets
}
