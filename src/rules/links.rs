//! The documentation pages that the rules link to.

macro_rules! ecs {
    ($page:literal) => {
        concat!(
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/",
            $page,
            ".html"
        )
    };
}
macro_rules! delegates {
    ($page:literal) => {
        concat!("https://developer.harness.io/docs/platform/delegates/", $page)
    };
}

pub const TASK: &str = crate::fields::TASK_PARAMETERS;
pub const SERVICE: &str = crate::fields::SERVICE_PARAMETERS;
pub const VARIABLES: &str = crate::fields::DELEGATE_VARIABLES;
pub const EC2_TASK: &str = ecs!("task_definition_parameters_ec2");
pub const SIZES: &str = ecs!("task-cpu-memory-error");
pub const SECRETS: &str = ecs!("secrets-envvar-secrets-manager");
pub const LOGS: &str = ecs!("using_awslogs");
pub const TASK_ROLE: &str = ecs!("task-iam-roles");
pub const EXECUTION_ROLE: &str = ecs!("task_execution_IAM_role");
pub const EXEC: &str = ecs!("ecs-exec");
pub const QUOTAS: &str = ecs!("service-quotas");
pub const TAGS: &str = ecs!("ecs-using-tags");
pub const NETWORK: &str = ecs!("fargate-task-networking");
pub const PULL_ERRORS: &str = ecs!("task_cannot_pull_image");
pub const PLATFORMS: &str = ecs!("platform-fargate");
pub const CAPACITY: &str = ecs!("cluster-capacity-providers");
pub const STORAGE: &str = ecs!("fargate-task-storage");
pub const ROLE_NAMES: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
pub const ACCOUNTS: &str =
    "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html";
pub const ARNS: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html";
pub const REQUIREMENTS: &str = delegates!("delegate-concepts/delegate-requirements");
pub const IMAGES: &str = delegates!("delegate-concepts/delegate-image-types");
pub const INSTALL: &str = delegates!("install-delegates/overview");
pub const ON_ECS: &str = delegates!("install-delegates/docker-delegate-to-ecs-fargate");
pub const SHUTDOWN: &str = delegates!("delegate-concepts/graceful-delegate-shutdown-process");
pub const TOKENS: &str = delegates!("secure-delegates/secure-delegates-with-tokens");
pub const PROXY: &str = delegates!("manage-delegates/configure-delegate-proxy-settings");
pub const MODULE: &str = "https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate";
/// Stacks that wait for a resource.
pub const STACK_STUCK: &str = "https://repost.aws/knowledge-center/cloudformation-stack-stuck-progress";
