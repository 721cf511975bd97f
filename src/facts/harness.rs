//! The Harness platform: its clusters, account IDs, tokens, and how long it supports a delegate.

/// Harness's production clusters: the manager's URL and what it is called.
/// Source: the documentation page that this project implements (Prod1 to Prod3) and
/// <https://developer.harness.io/docs/platform/references/allowlist-harness-domains-and-ips> (hosts of the
/// others; their path is not stated there), read 2026-11.
pub const MANAGERS: &[(&str, &str)] = &[
    ("https://app.harness.io", "Prod1"),
    ("https://app.harness.io/gratis", "Prod2"),
    ("https://app3.harness.io", "Prod3"),
    ("https://accounts.harness.io", "Prod0 and Prod4"),
    ("https://accounts.eu.harness.io", "EU"),
];

/// The domain of Harness's own cloud. Source: the same.
pub const DOMAIN: &str = "harness.io";

/// What begins the path behind the manager in an address that somebody copied out of a browser or a configuration.
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

/// The path of the log streaming service below the manager's URL. Source: the image's `start.sh`, read 2026-11.
pub const LOG_SERVICE_PATH: &str = "/log-service/";

/// Characters of an account ID. Source: it is 16 bytes in base64url.
pub const ACCOUNT_ID_LENGTH: usize = 22;

/// Characters of a delegate token: 32 bytes in base64, with `=` at the end.
/// Source: <https://developer.harness.io/docs/platform/delegates/secure-delegates/secure-delegates-with-tokens>, read
/// 2026-11.
pub const TOKEN_LENGTH: usize = 44;

/// Hexadecimal digits of the account's secret, which was the token before 2022. Source: the same page.
pub const ACCOUNT_SECRET_DIGITS: usize = 32;

/// The longest name of a delegate, characters: a label of Kubernetes, to which Harness holds it.
/// Source: <https://kubernetes.io/docs/concepts/overview/working-with-objects/names/>, read 2026-11.
pub const DELEGATE_NAME_MAX: usize = 63;

/// Months after its release for which Harness supports a delegate.
/// Source: <https://developer.harness.io/docs/platform/delegates/install-delegates/overview>, read 2026-11.
pub const SUPPORT_MONTHS: u8 = 6;

/// Months after its release from which Harness may refuse a delegate. Source: the same page.
pub const LIFE_MONTHS: u8 = 8;

/// Memory (MiB) and CPU units that Harness wants for one replica.
/// Source: <https://developer.harness.io/docs/platform/delegates/delegate-concepts/delegate-requirements>, read 2026-11.
pub const MIN_MEMORY: u64 = 2048;
/// See [`MIN_MEMORY`].
pub const MIN_CPU: u64 = 512;

/// How many replicas of that size run how many Harness tasks at the same time. Source: the same page.
pub const PARALLEL_TASKS: &[(u64, u64)] = &[(1, 10), (2, 20), (4, 40), (8, 80)];
