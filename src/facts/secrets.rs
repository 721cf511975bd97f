//! AWS Secrets Manager.

/// The longest name of a secret, characters. Source: botocore's `CreateSecretRequest.Name`, read 2026-11.
pub const NAME_MAX: usize = 512;

/// Characters that AWS appends to the name in the secret's ARN, behind a dash.
/// Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html>, read 2026-11.
pub const ARN_ENDING: usize = 6;
