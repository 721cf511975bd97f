//! AWS Secrets Manager: names of secrets.

/// The maximum length of a secret's name, in characters. Source: botocore's `CreateSecretRequest.Name`, read 2026-11.
pub const NAME_MAX: usize = 512;

/// The number of characters that AWS appends, after a dash, to the name in a secret's ARN.
/// Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html>, read 2026-11.
pub const ARN_ENDING: usize = 6;
