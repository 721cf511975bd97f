//! The delegate in its container: its image, its variables, its ports, its health endpoint.

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

/// The port of the delegate's own HTTP server (`DELEGATE_HTTP_PORT`). Source: the image's `config.yml`.
pub const HTTP_PORT: u64 = 3460;

/// What ECS runs in the container to learn whether the delegate is healthy: 200 is healthy, and 500
/// for about 45 seconds after the start. Source: the image's own HEALTHCHECK, which ECS ignores.
pub const HEALTH_COMMAND: &str = "curl -f http://localhost:3460/api/health || exit 1";

/// How long after the start a failing health check doesn't count, seconds.
pub const HEALTH_START_PERIOD: u64 = 300;

/// The port of the delegate's gRPC connector, which is off unless `GRPC_SERVICE_ENABLED` is `true`.
/// Source: <https://developer.harness.io/docs/platform/delegates/install-delegates/docker-delegate-to-ecs-fargate> and the
/// image's `config.yml`, read 2026-11.
pub const GRPC_PORT: u64 = 8080;

/// The repository of the image at Docker Hub; copies in other registries end in the same name.
/// Source: <https://developer.harness.io/docs/platform/delegates/delegate-concepts/delegate-image-types>, read 2026-11.
pub const IMAGE: &str = "harness/delegate";

/// What ends the tags of the images without third-party tools. Source: the same page.
pub const MINIMAL_ENDING: &str = ".minimal";

/// What ends the tags of the FIPS images, behind `.minimal` if both apply. Source: the same page.
pub const FIPS_ENDING: &str = "-fips";

/// Percent of the container's memory that the image's own options give the Java heap (`MaxRAMPercentage`). Source: the
/// image's `start.sh`, read 2026-11.
pub const HEAP_PERCENT: u64 = 70;

/// The user as whom the image runs. Source: the image's Dockerfile, read 2026-11.
pub const USER: u32 = 1001;

/// Programs that such a user cannot run: package managers of the image and of its kin, and what asks for root. Source: the
/// image's Dockerfile, read 2026-11.
pub const ROOT_PROGRAMS: [&str; 8] = ["microdnf", "dnf", "yum", "rpm", "apt", "apt-get", "apk", "sudo"];

/// The variable with the port of the delegate's own HTTP server. Source: the image's `config.yml`, read 2026-11.
pub const HTTP_PORT_VARIABLE: &str = "DELEGATE_HTTP_PORT";

/// The variable with options of Java, which follow the image's own. Source: the image's `start.sh`, read 2026-11.
pub const JAVA_OPTIONS_VARIABLE: &str = "JAVA_OPTS";

/// The variable with the level of the delegate's log. Source: the documentation of the variables, read 2026-11.
pub const LOGGING_LEVEL_VARIABLE: &str = "LOGGING_LEVEL";

/// The levels of the delegate's log. Source:
/// <https://developer.harness.io/docs/platform/delegates/delegate-concepts/delegate-overview>, read 2026-11.
pub const LOGGING_LEVELS: [&str; 6] = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF"];

/// Variables that are `true` or `false`. Source: the documentation of the variables and the image's `start.sh`, read
/// 2026-11.
pub const SWITCHES: [&str; 9] = [
    "PROXY_MANAGER",
    "POLL_FOR_TASKS",
    "STACK_DRIVER_LOGGING_ENABLED",
    "GRPC_SERVICE_ENABLED",
    "PRECHECK_CONN",
    "SIDECAR_MODE",
    "DYNAMIC_REQUEST_HANDLING",
    "BLOCK_SHELL_TASK",
    "TRUST_ALL_CERTIFICATES",
];

/// Variables of the legacy delegate, which today's does not read.
/// Source: `main.tf` of <https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate>, which still sets
/// them, read 2026-11.
pub const LEGACY_VARIABLES: [&str; 9] = [
    "ACCOUNT_SECRET",
    "WATCHER_STORAGE_URL",
    "WATCHER_CHECK_LOCATION",
    "DELEGATE_STORAGE_URL",
    "DELEGATE_CHECK_LOCATION",
    "CDN_URL",
    "REMOTE_WATCHER_URL_CDN",
    "DELEGATE_NAMESPACE",
    "DELEGATE_GROUP_NAME",
];

/// What begins the variables of the upgrader, which runs beside a delegate on a Docker host. Source: the docker command
/// that Harness shows for a new delegate, read 2026-11.
pub const UPGRADER_PREFIX: &str = "UPGRADER_";
