//! The Harness delegate: its variables, its clusters, its health endpoint.

/// Names of the variables that the delegate (generation 2) reads. Generation 3 renames them all,
/// which is why they are data.
/// Source: <https://developer.harness.io/docs/platform/delegates/delegate-reference/delegate-environment-variables>
/// and the image's `start.sh`, read 2026-11.
pub struct Variables {
    /// Harness account ID.
    pub account_id: &'static str,
    /// The token with which the delegate registers.
    pub token: &'static str,
    /// `DOCKER` on ECS.
    pub delegate_type: &'static str,
    /// `KUBERNETES` in every SaaS sample: it describes the manager, not the host.
    pub deploy_mode: &'static str,
    /// URL of the manager, without a slash at the end.
    pub manager_url: &'static str,
    /// The name under which it registers; the same name is the same group of replicas.
    pub name: &'static str,
    /// URL of the log streaming service.
    pub log_service_url: &'static str,
    /// Comma-separated tags.
    pub tags: &'static str,
    /// A sentence shown in Harness.
    pub description: &'static str,
    /// A script that runs before the delegate starts, under `bash -e`.
    pub init_script: &'static str,
    /// `true`.
    pub next_gen: &'static str,
    /// Proxy: host, port, scheme (`http` or `https`), user, password, and what is reached without it.
    pub proxy_host: &'static str,
    /// See `proxy_host`.
    pub proxy_port: &'static str,
    /// See `proxy_host`.
    pub proxy_scheme: &'static str,
    /// See `proxy_host`.
    pub proxy_user: &'static str,
    /// See `proxy_host`.
    pub proxy_password: &'static str,
    /// See `proxy_host`.
    pub no_proxy: &'static str,
}

/// The variables of the delegate that ECS runs today.
pub const VARIABLES: Variables = Variables {
    account_id: "ACCOUNT_ID",
    token: "DELEGATE_TOKEN",
    delegate_type: "DELEGATE_TYPE",
    deploy_mode: "DEPLOY_MODE",
    manager_url: "MANAGER_HOST_AND_PORT",
    name: "DELEGATE_NAME",
    log_service_url: "LOG_STREAMING_SERVICE_URL",
    tags: "DELEGATE_TAGS",
    description: "DELEGATE_DESCRIPTION",
    init_script: "INIT_SCRIPT",
    next_gen: "NEXT_GEN",
    proxy_host: "PROXY_HOST",
    proxy_port: "PROXY_PORT",
    proxy_scheme: "PROXY_SCHEME",
    proxy_user: "PROXY_USER",
    proxy_password: "PROXY_PASSWORD",
    no_proxy: "NO_PROXY",
};

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

/// The path of the log streaming service below the manager's URL. Source: the image's `start.sh`.
pub const LOG_SERVICE_PATH: &str = "/log-service/";

/// The port of the delegate's own HTTP server (`DELEGATE_HTTP_PORT`). Source: the image's `config.yml`.
pub const HTTP_PORT: u64 = 3460;

/// What ECS runs in the container to learn whether the delegate is healthy: 200 is healthy, and 500
/// for about 45 seconds after the start. Source: the image's own HEALTHCHECK, which ECS ignores.
pub const HEALTH_COMMAND: &str = "curl -f http://localhost:3460/api/health || exit 1";

/// How long after the start a failing health check doesn't count, seconds.
pub const HEALTH_START_PERIOD: u64 = 300;

/// Memory (MiB) and CPU units that Harness wants for one replica.
/// Source: <https://developer.harness.io/docs/platform/delegates/delegate-concepts/delegate-requirements>.
pub const MIN_MEMORY: u64 = 2048;
/// See [`MIN_MEMORY`].
pub const MIN_CPU: u64 = 512;

/// How many replicas of that size run how many Harness tasks at the same time. Source: the same page.
pub const PARALLEL_TASKS: &[(u64, u64)] = &[(1, 10), (2, 20), (4, 40), (8, 80)];
