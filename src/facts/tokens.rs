//! The shapes of the access tokens that people have beside a delegate's.

/// A token that its issuer marks with a prefix.
pub struct TokenShape {
    /// The text that every token of this kind begins with.
    pub prefix: &'static str,
    /// The least number of characters behind the prefix: letters, digits, `_`, `-` and `.`. Lower than the issuer's own
    /// length, because a token that was cut off when it was copied is a secret too.
    pub rest_min: usize,
}

const fn shape(prefix: &'static str, rest_min: usize) -> TokenShape {
    TokenShape { prefix, rest_min }
}

/// Source: the rules of gitleaks (<https://github.com/gitleaks/gitleaks>, `config/gitleaks.toml` at b58d3f1), read
/// 2026-11, but for Docker's `dckr_pat_` (<https://docs.docker.com/security/access-tokens/>).
pub const TOKEN_SHAPES: &[TokenShape] = &[
    shape("ghp_", 10),
    shape("gho_", 10),
    shape("ghu_", 10),
    shape("ghs_", 10),
    shape("ghr_", 10),
    shape("github_pat_", 10),
    shape("glpat-", 10),
    shape("glrt-", 10),
    shape("gldt-", 10),
    shape("dckr_pat_", 10),
    shape("xoxa-", 10),
    shape("xoxb-", 10),
    shape("xoxe-", 10),
    shape("xoxp-", 10),
    shape("xoxr-", 10),
    shape("xoxs-", 10),
    shape("hvs.", 20),
    shape("sk-ant-", 20),
    shape("sk-proj-", 20),
    shape("sk_live_", 10),
    shape("rk_live_", 10),
    shape("shpat_", 20),
    shape("dop_v1_", 20),
    shape("rubygems_", 20),
    shape("pypi-AgEI", 20),
    shape("SG.", 40),
    shape("AIza", 30),
    shape("AKCp", 40),
    shape("cmVmd", 40),
    shape("lin_api_", 20),
    shape("sntrys_", 20),
];

/// Like [`TOKEN_SHAPES`], but only letters and digits may follow: names such as `npm_config_registry` begin like these
/// tokens. Same source.
pub const PLAIN_TOKEN_SHAPES: &[TokenShape] = &[shape("npm_", 30), shape("hf_", 30)];

/// How the personal and the service account's access tokens of Harness begin. The account's ID follows, and two more
/// parts, each after a dot.
///
/// Source: gitleaks, as above, rule `harness-api-key`.
pub const HARNESS_PREFIXES: &[&str] = &["pat.", "sat."];

/// The length of a secret access key of AWS in characters: letters, digits, `+` and `/`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html>, whose example has 40
/// characters, read 2026-11.
pub const AWS_SECRET_KEY_LENGTH: usize = 40;

/// Addresses whose path is the secret, as the end of a host and the beginning of the path.
///
/// Source: gitleaks, as above, rules `slack-webhook-url` and `microsoft-teams-webhook`.
pub const WEBHOOKS: &[&str] = &[
    "hooks.slack.com/services/",
    "hooks.slack.com/workflows/",
    "hooks.slack.com/triggers/",
    ".webhook.office.com/webhookb2/",
];

/// The parameters of a URL that sign it: whoever has the URL may do what it allows. In lower case.
///
/// Sources: <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html>,
/// <https://cloud.google.com/storage/docs/authentication/signatures>,
/// <https://learn.microsoft.com/azure/storage/common/storage-sas-overview> (`sig`), read 2026-11.
pub const SIGNATURES: &[&str] = &["x-amz-signature", "x-goog-signature", "signature", "sig"];
