//! The delegate's container: image, environment variables, ports and health endpoint.

/// The names of the environment variables that a delegate of generation 2 reads. They are data because generation 3
/// renames all of them.
/// Source: [`crate::facts::sources::VARIABLES`] and the image's `start.sh`, read 2026-11.
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

/// The variables that hold the same for every delegate on ECS. `DEPLOY_MODE` is about the manager, not about the host.
/// Source: Harness's page about ECS, read 2026-11.
pub const FIXED_VARIABLES: [(&str, &str); 3] = [
    (VARIABLES.delegate_type, "DOCKER"),
    (VARIABLES.deploy_mode, "KUBERNETES"),
    (VARIABLES.next_gen, "true"),
];

/// The port of the delegate's own HTTP server (`DELEGATE_HTTP_PORT`). Source: the image's `config.yml`.
pub const HTTP_PORT: u64 = 3460;

/// The health check that ECS runs in the container. The endpoint returns 200 when the delegate is healthy, and 500 for
/// about 45 seconds after the start. It goes around any proxy of the environment: curl would ask `http_proxy` for
/// localhost, and every task would be unhealthy. Source: the image's own HEALTHCHECK, which ECS ignores.
pub const HEALTH_COMMAND: &str = "curl -f --noproxy '*' http://localhost:3460/api/health || exit 1";

/// The time after the start in which a failed health check does not count, in seconds.
pub const HEALTH_START_PERIOD: u64 = 300;

/// The port of the delegate's gRPC connector, which is off unless `GRPC_SERVICE_ENABLED` is `true`.
/// Source: [`crate::facts::sources::ON_ECS`] and the image's `config.yml`, read 2026-11.
pub const GRPC_PORT: u64 = 8080;

/// The repository of the delegate image on Docker Hub. The names of copies in other registries end in it.
/// Source: [`crate::facts::sources::IMAGES`].
pub const IMAGE: &str = "harness/delegate";

/// The repository of Harness's signed images, for the self-managed platform. Source: the same page.
pub const SIGNED_IMAGE: &str = "harnesssecure/delegate";

/// The repository of the delegate image in Google's Artifact Registry. Source: the command that Harness shows for a new
/// delegate, read 2026-11.
pub const GOOGLE_IMAGE: &str = "us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate";

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

/// Directories of the image in which this user cannot write. Source: the image's Dockerfile (`redhat/ubi9-minimal`, with
/// one directory for the delegate), read 2026-11.
pub const ROOT_DIRECTORIES: [&str; 10] = [
    "/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/root", "/var", "/srv",
];

/// Directories within [`ROOT_DIRECTORIES`] in which the user can write. Source: the same.
pub const USER_DIRECTORIES: [&str; 2] = [WORKING_DIRECTORY, "/var/tmp"];

/// Where the start script changes to unless `WORKING_DIR` names another directory. Source: the image's `start.sh`, read
/// 2026-11.
pub const WORKING_DIRECTORY: &str = "/opt/harness-delegate";

/// The variable that names the working directory. Source: the same.
pub const WORKING_DIRECTORY_VARIABLE: &str = "WORKING_DIR";

/// The variable that sets the port of the delegate's own HTTP server. Source: the image's `config.yml`, read 2026-11.
pub const HTTP_PORT_VARIABLE: &str = "DELEGATE_HTTP_PORT";

/// The variable with Java options, which the image appends to its own. Source: the image's `start.sh`, read 2026-11.
pub const JAVA_OPTIONS_VARIABLE: &str = "JAVA_OPTS";

/// The variable that sets the delegate's log level. Source: the documentation of the variables, read 2026-11.
pub const LOGGING_LEVEL_VARIABLE: &str = "LOGGING_LEVEL";

/// The delegate's log levels. Source: [`crate::facts::sources::OVERVIEW`].
pub const LOGGING_LEVELS: [&str; 6] = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF"];

/// A variable whose value is `true` or `false`.
#[derive(Debug, Clone, Copy)]
pub struct Switch {
    /// The variable.
    pub name: &'static str,
    /// How the delegate reads it.
    pub read: ReadAs,
}

/// How the delegate reads a switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAs {
    /// A script compares the text with `true`. Any other text means this.
    Text(&'static str),
    /// `start.sh` writes it into `config.yml`, where `TRUE` and `True` are `true` too.
    Yaml,
    /// The delegate reads it itself; how is not published.
    Unknown,
}

const fn switch(name: &'static str, read: ReadAs) -> Switch {
    Switch { name, read }
}

/// The delegate's switches. Source: the documentation of the variables and the image's `start.sh`, `proxy_setup.sh` and
/// `connectivity_check.sh` (<https://github.com/harness/delegate-dockerfile>, 56d6c32), read 2026-11.
pub const SWITCHES: &[Switch] = &[
    switch(
        "PROXY_MANAGER",
        ReadAs::Text("the delegate goes around the proxy to reach Harness"),
    ),
    switch(
        "PRECHECK_CONN",
        ReadAs::Text("the delegate does not check the connection first"),
    ),
    switch("POLL_FOR_TASKS", ReadAs::Yaml),
    switch("GRPC_SERVICE_ENABLED", ReadAs::Yaml),
    switch("SIDECAR_MODE", ReadAs::Yaml),
    switch("DYNAMIC_REQUEST_HANDLING", ReadAs::Yaml),
    switch("TRUST_ALL_CERTIFICATES", ReadAs::Yaml),
    switch("PROXY_TLS_CONNECT", ReadAs::Yaml),
    switch("CLIENT_TOOLS_DOWNLOAD_DISABLED", ReadAs::Yaml),
    switch("INSTALL_CLIENT_TOOLS_IN_BACKGROUND", ReadAs::Yaml),
    switch("STACK_DRIVER_LOGGING_ENABLED", ReadAs::Unknown),
    switch("BLOCK_SHELL_TASK", ReadAs::Unknown),
];

/// The variables with the client's certificate and its key for mutual TLS. Source:
/// [`crate::facts::sources::MTLS`].
pub const CLIENT_CERTIFICATE: [&str; 2] = [
    "DELEGATE_CLIENT_CERTIFICATE_PATH",
    "DELEGATE_CLIENT_CERTIFICATE_KEY_PATH",
];

/// The thresholds above which the delegate takes no task, and the switch without which they have no effect. Source:
/// [`crate::facts::sources::METRICS`].
pub const THRESHOLDS: [&str; 3] = [
    "DELEGATE_CPU_THRESHOLD",
    "DELEGATE_MEMORY_THRESHOLD",
    "DELEGATE_RESOURCE_THRESHOLD",
];
/// See [`THRESHOLDS`].
pub const THRESHOLD_SWITCH: &str = "DYNAMIC_REQUEST_HANDLING";

/// The variables of the delegate of generation 3, each with that of generation 2. Source:
/// [`crate::facts::sources::ON_ECS_3`].
pub const GENERATION_3: [(&str, &str); 1] = [("HARNESS_ACCOUNT_ID", VARIABLES.account_id)];

/// How the tags of images of generation 3 begin. Source: the same page.
pub const GENERATION_3_TAG: &str = "3.";

/// The variables with keys of AWS, which every SDK prefers to the task role. Source:
/// <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>, read 2026-11.
pub const AWS_KEYS: [&str; 3] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

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
