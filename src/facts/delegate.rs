//! The delegate's container: image, environment variables, ports and health endpoint.

/// The names of the environment variables that a delegate of generation 2 reads. They are data because generation 3
/// renames all of them.
/// Source: [`crate::facts::sources::VARIABLES`]
/// and the image's `start.sh`, read 2026-11.
pub struct Variables {
    /// The Harness account ID.
    pub account_id: &'static str,
    /// The delegate token, with which the delegate registers.
    pub token: &'static str,
    /// The delegate type: `DOCKER` on ECS.
    pub delegate_type: &'static str,
    /// The deployment mode: `KUBERNETES` in every SaaS sample, because it describes the manager, not the delegate's
    /// host.
    pub deploy_mode: &'static str,
    /// The manager URL, without a slash at the end.
    pub manager_url: &'static str,
    /// The delegate name. Delegates with the same name are replicas of one group.
    pub name: &'static str,
    /// The URL of the log streaming service.
    pub log_service_url: &'static str,
    /// The delegate's tags, separated by commas.
    pub tags: &'static str,
    /// The description that Harness shows.
    pub description: &'static str,
    /// A script that runs before the delegate starts, under `bash -e`.
    pub init_script: &'static str,
    /// Whether the delegate is for the next generation of Harness: always `true`.
    pub next_gen: &'static str,
    /// The proxy's host, port, scheme (`http` or `https`), user and password, and the hosts that the delegate reaches
    /// without the proxy.
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

/// The variables of the current delegate, which is of generation 2.
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

/// The health check that ECS runs in the container. The endpoint returns 200 when the delegate is healthy, and 500 for
/// about 45 seconds after the start. Source: the image's own HEALTHCHECK, which ECS ignores.
pub const HEALTH_COMMAND: &str = "curl -f http://localhost:3460/api/health || exit 1";

/// The time after the start in which a failed health check does not count, in seconds.
pub const HEALTH_START_PERIOD: u64 = 300;

/// The port of the delegate's gRPC connector, which is off unless `GRPC_SERVICE_ENABLED` is `true`.
/// Source: [`crate::facts::sources::ON_ECS`] and the
/// image's `config.yml`, read 2026-11.
pub const GRPC_PORT: u64 = 8080;

/// The repository of the delegate image on Docker Hub. The names of copies in other registries end in it.
/// Source: [`crate::facts::sources::IMAGES`], read 2026-11.
pub const IMAGE: &str = "harness/delegate";

/// The end of the tags of images without third-party tools. Source: the same page.
pub const MINIMAL_ENDING: &str = ".minimal";

/// The end of the tags of FIPS images, after `.minimal` if both apply. Source: the same page.
pub const FIPS_ENDING: &str = "-fips";

/// The percentage of the container's memory that the image allows for the Java heap (`MaxRAMPercentage`). Source: the
/// image's `start.sh`, read 2026-11.
pub const HEAP_PERCENT: u64 = 70;

/// The ID of the user that the container runs as. Source: the image's Dockerfile, read 2026-11.
pub const USER: u32 = 1001;

/// Programs that fail for this user: the package managers of the image and of similar images, and `sudo`. Source: the
/// image's Dockerfile, read 2026-11.
pub const ROOT_PROGRAMS: [&str; 8] = ["microdnf", "dnf", "yum", "rpm", "apt", "apt-get", "apk", "sudo"];

/// The variable that sets the port of the delegate's own HTTP server. Source: the image's `config.yml`, read 2026-11.
pub const HTTP_PORT_VARIABLE: &str = "DELEGATE_HTTP_PORT";

/// The variable with Java options, which the image appends to its own. Source: the image's `start.sh`, read 2026-11.
pub const JAVA_OPTIONS_VARIABLE: &str = "JAVA_OPTS";

/// The variable that sets the delegate's log level. Source: the documentation of the variables, read 2026-11.
pub const LOGGING_LEVEL_VARIABLE: &str = "LOGGING_LEVEL";

/// The delegate's log levels. Source:
/// [`crate::facts::sources::OVERVIEW`], read 2026-11.
pub const LOGGING_LEVELS: [&str; 6] = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF"];

/// Variables whose value is `true` or `false`. Source: the documentation of the variables and the image's `start.sh`,
/// read 2026-11.
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

/// Variables of the legacy delegate, which the current delegate ignores.
/// Source: `main.tf` of <https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate>, which still
/// sets them, read 2026-11.
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

/// The start of the names of the upgrader's variables. The upgrader runs next to a delegate on a Docker host. Source:
/// the docker command that Harness shows for a new delegate, read 2026-11.
pub const UPGRADER_PREFIX: &str = "UPGRADER_";
