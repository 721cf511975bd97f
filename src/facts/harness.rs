//! The Harness platform: clusters, account IDs, delegate tokens and names, and what a delegate needs.

/// Harness's production clusters: the manager URL and the cluster's name.
/// Source: the documentation page that this project implements (Prod1 to Prod3) and
/// [`crate::facts::sources::ALLOWLIST`] (hosts of the others; the
/// page does not state their paths), read 2026-11.
pub const MANAGERS: &[(&str, &str)] = &[
    ("https://app.harness.io", "Prod1"),
    ("https://app.harness.io/gratis", "Prod2"),
    ("https://app3.harness.io", "Prod3"),
    ("https://accounts.harness.io", "Prod0 and Prod4"),
    ("https://accounts.eu.harness.io", "EU"),
];

/// The domain of Harness SaaS. Source: the same.
pub const DOMAIN: &str = "harness.io";

/// Paths that follow the manager URL in an address that somebody copied from a browser or a configuration.
/// Source: addresses of the web interface and of the API, read 2026-11.
pub const PATHS_BEHIND_MANAGER: [&str; 7] = [
    "/ng",
    "/account",
    "/api",
    "/log-service",
    "/#",
    "/auth",
    "/harness",
];

/// The path that follows the manager URL in the URL of the log streaming service. Source: the image's `start.sh`, read
/// 2026-11.
pub const LOG_SERVICE_PATH: &str = "/log-service/";

/// The length of a Harness account ID, in characters. Source: it is 16 bytes in base64url.
pub const ACCOUNT_ID_LENGTH: usize = 22;

/// The length of a delegate token, in characters: 32 bytes in base64, with `=` at the end.
/// Source: [`crate::facts::sources::TOKENS`], read
/// 2026-11.
pub const TOKEN_LENGTH: usize = 44;

/// The number of hexadecimal digits in the account secret, which was the delegate token before 2022. Source: the same
/// page.
pub const ACCOUNT_SECRET_DIGITS: usize = 32;

/// The maximum length of a delegate name, in characters. Harness requires it to be a valid Kubernetes label.
/// Source: <https://kubernetes.io/docs/concepts/overview/working-with-objects/names/>, read 2026-11.
pub const DELEGATE_NAME_MAX: usize = 63;

/// The number of months for which Harness supports a delegate after its release. Then it is marked as expired, and goes
/// on without fixes. Source: [`crate::facts::sources::EXPIRATION`].
pub const SUPPORT_MONTHS: u8 = 6;

/// The memory, in MiB, and the CPU units that one replica needs at least.
/// Source: [`crate::facts::sources::REQUIREMENTS`], read
/// 2026-11.
pub const MIN_MEMORY: u64 = 2048;
/// See [`MIN_MEMORY`].
pub const MIN_CPU: u64 = 512;

/// Numbers of replicas of this size, each with the number of Harness tasks that they run in parallel. Source: the same
/// page.
pub const PARALLEL_TASKS: &[(u64, u64)] = &[(1, 10), (2, 20), (4, 40), (8, 80)];
