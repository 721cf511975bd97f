//! The secrets that the task reads from AWS Secrets Manager and whose value this page's user knows.

use crate::aws::names;
use crate::config::{Config, TextValue};
use crate::document::supplied::{SecretKind, Supplied};
use crate::document::text::Text;
use crate::facts::delegate::VARIABLES;
use crate::fields::{self, Field};

/// A secret in Secrets Manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What it holds.
    pub kind: SecretKind,
    /// The name under which it is created.
    pub name: Text,
    /// Its ARN, where it exists already.
    pub arn: Option<Text>,
    /// What stands for its ARN while that is missing.
    placeholder: Text,
    /// The ARN of the customer's own KMS key, if it has one.
    pub kms_key: Option<Text>,
}

impl Secret {
    /// The variable of the delegate that it fills.
    pub fn variable(&self) -> &'static str {
        match self.kind {
            SecretKind::DelegateToken => VARIABLES.token,
            SecretKind::ProxyPassword => VARIABLES.proxy_password,
        }
    }

    /// The field that takes its ARN.
    pub fn field(&self) -> &'static Field {
        match self.kind {
            SecretKind::DelegateToken => &fields::TOKEN_SECRET_ARN,
            SecretKind::ProxyPassword => &fields::PROXY_PASSWORD_SECRET_ARN,
        }
    }

    /// What it holds, in words.
    pub fn what(&self) -> &'static str {
        match self.kind {
            SecretKind::DelegateToken => "delegate token",
            SecretKind::ProxyPassword => "proxy password",
        }
    }

    /// Its ARN in the task definition: as given, or a reference to the secret that is created.
    pub fn value_from(&self) -> Text {
        let created = || Text::supplied(Supplied::SecretArn(self.kind), &self.placeholder);
        self.arn.clone().unwrap_or_else(created)
    }
}

/// The secrets of a configuration.
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
