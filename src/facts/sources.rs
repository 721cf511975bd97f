//! The documentation that fields, rules and facts link to: each page with its address and the month in which it was
//! read. A page that moves is one edit here, and so is the documentation of the delegate as a whole.

macro_rules! ecs {
    ($page:literal) => {
        concat!(
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/",
            $page,
            ".html"
        )
    };
}
macro_rules! aws {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/", $page)
    };
}
/// Harness moved its documentation in 2026; the pages kept their names. Source: the pages' own index at this address, read
/// 2026-11. Whether the old addresses (`/docs/platform/delegates/`) still lead here could not be checked.
macro_rules! delegates {
    ($page:literal) => {
        concat!(
            "https://developer.harness.io/harness-platform/use-harness-platform/delegates/delegate/",
            $page
        )
    };
}

/// When the facts about AWS and Harness were last compared with their sources.
pub const READ: &str = "November 2026";

/// A page of the documentation.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The name of its constant.
    pub name: &'static str,
    /// The address.
    pub address: &'static str,
    /// The month in which it was read, as `YYYY-MM`.
    pub read: &'static str,
}

/// Defines the constants together with the list of all of them.
macro_rules! sources {
    ($($(#[$doc:meta])* $name:ident = $address:expr, $read:literal;)+) => {
        $($(#[$doc])* pub const $name: &str = $address;)+

        /// Every source. The page does not need it: the linker leaves it out.
        pub const SOURCES: &[Source] = &[$(Source { name: stringify!($name), address: $name, read: $read }),+];
    };
}

sources! {
    /// Amazon ECS Developer Guide: task definition parameters.
    TASK = ecs!("task_definition_parameters"), "2026-11";
    /// Amazon ECS Developer Guide: service definition parameters.
    SERVICE = ecs!("service_definition_parameters"), "2026-11";
    /// Amazon ECS Developer Guide: task definition parameters ec2.
    EC2_TASK = ecs!("task_definition_parameters_ec2"), "2026-11";
    /// Amazon ECS Developer Guide: task cpu memory error.
    SIZES = ecs!("task-cpu-memory-error"), "2026-11";
    /// Amazon ECS Developer Guide: secrets envvar secrets manager.
    SECRETS = ecs!("secrets-envvar-secrets-manager"), "2026-11";
    /// Amazon ECS Developer Guide: using awslogs.
    LOGS = ecs!("using_awslogs"), "2026-11";
    /// Amazon ECS Developer Guide: task iam roles.
    TASK_ROLE = ecs!("task-iam-roles"), "2026-11";
    /// Amazon ECS Developer Guide: task execution IAM role.
    EXECUTION_ROLE = ecs!("task_execution_IAM_role"), "2026-11";
    /// Amazon ECS Developer Guide: ecs exec.
    EXEC = ecs!("ecs-exec"), "2026-11";
    /// Amazon ECS Developer Guide: service quotas.
    QUOTAS = ecs!("service-quotas"), "2026-11";
    /// Amazon ECS Developer Guide: ecs using tags.
    TAGS = ecs!("ecs-using-tags"), "2026-11";
    /// Amazon ECS Developer Guide: fargate task networking.
    NETWORK = ecs!("fargate-task-networking"), "2026-11";
    /// Amazon ECS Developer Guide: task cannot pull image.
    PULL_ERRORS = ecs!("task_cannot_pull_image"), "2026-11";
    /// Amazon ECS Developer Guide: platform fargate.
    PLATFORMS = ecs!("platform-fargate"), "2026-11";
    /// Amazon ECS Developer Guide: cluster capacity providers.
    CAPACITY = ecs!("cluster-capacity-providers"), "2026-11";
    /// Amazon ECS Developer Guide: fargate task storage.
    STORAGE = ecs!("fargate-task-storage"), "2026-11";
    /// Amazon ECS Developer Guide: getting started.
    GETTING_STARTED = ecs!("getting-started"), "2026-11";
    /// Amazon ECS Developer Guide: clusters.
    CLUSTERS = ecs!("clusters"), "2026-11";
    /// Amazon ECS Developer Guide: deployment circuit breaker.
    CIRCUIT_BREAKER = ecs!("deployment-circuit-breaker"), "2026-11";
    /// Amazon ECS Developer Guide: http proxy config.
    HTTP_PROXY = ecs!("http_proxy_config"), "2026-11";
    /// Amazon ECS Developer Guide: healthcheck.
    HEALTH_CHECK = ecs!("healthcheck"), "2026-11";
    /// Amazon ECS Developer Guide: task networking awsvpc.
    AWSVPC = ecs!("task-networking-awsvpc"), "2026-11";
    /// Amazon ECS Developer Guide: fargate tasks services.
    FARGATE_TASKS = ecs!("fargate-tasks-services"), "2026-11";
    /// AWS documentation: CloudFormation's task definition.
    CLOUDFORMATION_TASK = aws!("AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html"), "2026-11";
    /// Terraform's AWS provider: the task definition.
    TERRAFORM_PROVIDER = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition", "2026-11";
    /// AWS documentation: reference iam quotas.
    ROLE_NAMES = aws!("IAM/latest/UserGuide/reference_iam-quotas.html"), "2026-11";
    /// AWS documentation: manage acct identifiers.
    ACCOUNTS = aws!("accounts/latest/reference/manage-acct-identifiers.html"), "2026-11";
    /// AWS documentation: reference arns.
    ARNS = aws!("IAM/latest/UserGuide/reference-arns.html"), "2026-11";
    /// AWS documentation: ecs service.
    ENDPOINTS = aws!("general/latest/gr/ecs-service.html"), "2026-11";
    /// AWS documentation: bucketnamingrules.
    BUCKET_NAMES = aws!("AmazonS3/latest/userguide/bucketnamingrules.html"), "2026-11";
    /// AWS documentation: repository policy examples.
    REPOSITORY_POLICIES = aws!("AmazonECR/latest/userguide/repository-policy-examples.html"), "2026-11";
    /// AWS documentation: pull through cache iam.
    PULL_THROUGH = aws!("AmazonECR/latest/userguide/pull-through-cache-iam.html"), "2026-11";
    /// AWS documentation: API `PutRetentionPolicy`.
    RETENTION = aws!("AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"), "2026-11";
    /// AWS documentation: cmks in iam policies.
    KMS_POLICIES = aws!("kms/latest/developerguide/cmks-in-iam-policies.html"), "2026-11";
    /// AWS documentation: security encryption.
    SECRET_ENCRYPTION = aws!("secretsmanager/latest/userguide/security-encryption.html"), "2026-11";
    /// AWS documentation: cloudformation limits.
    STACK_LIMITS = aws!("AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"), "2026-11";
    /// AWS documentation: API `CreateStack`.
    CREATE_STACK = aws!("AWSCloudFormation/latest/APIReference/API_CreateStack.html"), "2026-11";
    /// AWS documentation: dynamic references.
    DYNAMIC_REFERENCES = aws!("AWSCloudFormation/latest/UserGuide/dynamic-references.html"), "2026-11";
    /// AWS documentation: cfn console create stacks quick create links.
    QUICK_CREATE = aws!("AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html"), "2026-11";
    /// Harness, delegates: delegate requirements.
    REQUIREMENTS = delegates!("delegate-concepts/delegate-requirements"), "2026-11";
    /// Harness, delegates: delegate image types.
    IMAGES = delegates!("delegate-concepts/delegate-image-types"), "2026-11";
    /// Harness, delegates: delegate overview.
    OVERVIEW = delegates!("delegate-concepts/delegate-overview"), "2026-11";
    /// Harness, delegates: overview.
    INSTALL = delegates!("install-delegates/overview"), "2026-11";
    /// Harness, delegates: delegate upgrades and expiration.
    EXPIRATION = delegates!("install-delegates/delegate-upgrades-and-expiration"), "2026-11";
    /// Harness, delegates: docker delegate to ecs fargate.
    ON_ECS = delegates!("install-delegates/docker-delegate-to-ecs-fargate"), "2026-11";
    /// Harness, delegates: install a delegate with 3 rd party tool custom binaries.
    THIRD_PARTY_TOOLS = delegates!("install-delegates/install-a-delegate-with-3-rd-party-tool-custom-binaries"), "2026-11";
    /// Harness, delegates: enable root user privileges to add custom binaries.
    ROOT_USER = delegates!("install-delegates/enable-root-user-privileges-to-add-custom-binaries"), "2026-11";
    /// Harness, delegates: graceful delegate shutdown process.
    SHUTDOWN = delegates!("delegate-concepts/graceful-delegate-shutdown-process"), "2026-11";
    /// Harness, delegates: secure delegates with tokens.
    TOKENS = delegates!("secure-delegates/secure-delegates-with-tokens"), "2026-11";
    /// Harness, delegates: delegate mtls support.
    MTLS = delegates!("secure-delegates/delegate-mtls-support"), "2026-11";
    /// Harness, delegates: delegate read only file system config guide.
    READ_ONLY = delegates!("secure-delegates/delegate-read-only-file-system-config-guide"), "2026-11";
    /// Harness, delegates: configure delegate proxy settings.
    PROXY = delegates!("manage-delegates/configure-delegate-proxy-settings"), "2026-11";
    /// Harness, delegates: select delegates with selectors.
    SELECTORS = delegates!("manage-delegates/select-delegates-with-selectors"), "2026-11";
    /// Harness, delegates: delegate metrics.
    METRICS = delegates!("manage-delegates/delegate-metrics"), "2026-11";
    /// Harness, delegates: delegate environment variables.
    VARIABLES = delegates!("delegate-reference/delegate-environment-variables"), "2026-11";
    /// Harness, deployments to Amazon ECS, with the permissions that they need.
    ECS_TUTORIAL = "https://developer.harness.io/continuous-delivery/use-continuous-delivery/deploy-services-on-different-platforms/aws/ecs/ecs-deployment-tutorial", "2026-11";
    /// Harness, its domains and addresses. No new address is known.
    ALLOWLIST = "https://developer.harness.io/docs/platform/references/allowlist-harness-domains-and-ips", "2026-11";
    /// Harness's Terraform module.
    MODULE = "https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate", "2026-11";
    /// AWS re:Post: stacks that wait for a resource.
    STACK_STUCK = "https://repost.aws/knowledge-center/cloudformation-stack-stuck-progress", "2026-11";
    /// Terraform: import blocks.
    TERRAFORM_IMPORT = "https://developer.hashicorp.com/terraform/language/import", "2026-11";
    /// MDN: the parameters of a URL.
    URL_PARAMETERS = "https://developer.mozilla.org/docs/Web/API/URLSearchParams", "2026-11";
    /// Harness, the delegate of generation 3 on Amazon ECS.
    ON_ECS_3 = "https://developer.harness.io/harness-platform/use-harness-platform/delegates/delegate-3x-closed-beta/install-a-delegate/install-delegate-ecs-fargate", "2026-11";
}
