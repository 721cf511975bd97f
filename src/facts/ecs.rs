//! Amazon ECS: lengths, ranges and quotas.

use std::ops::RangeInclusive;

/// The maximum length of the name of a task definition family, container, cluster or service, in characters.
/// Source: the API's `RegisterTaskDefinitionRequest.family`, `ContainerDefinition.name`,
/// `CreateClusterRequest.clusterName`, `CreateServiceRequest.serviceName`, read 2026-11.
pub const NAME_MAX: usize = 255;

/// The maximum size of a task definition, in bytes of JSON.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html>, read 2026-11.
pub const TASK_DEFINITION_BYTES: usize = 65536;

/// The most environment variables that fit into a task definition, if each has a name of one character and no value.
pub const VARIABLES_MAX: usize = TASK_DEFINITION_BYTES / r#"{"name":"A","value":""},"#.len();

/// The number of CPU units in one vCPU. Source: the API's `RegisterTaskDefinitionRequest.cpu`, read 2026-11.
pub const CPU_UNITS_OF_A_VCPU: u64 = 1024;

/// The CPU units that a task on EC2 can have: 0.125 to 192 vCPU. Source: the API's `RegisterTaskDefinitionRequest.cpu`,
/// read 2026-11.
pub const EC2_CPU: RangeInclusive<u64> = 128..=196_608;

/// The ports of a container instance that SSH, Docker and the ECS agent use. Source: the API's `PortMapping.hostPort`,
/// read 2026-11.
pub const RESERVED_HOST_PORTS: [u64; 6] = [22, 2375, 2376, 51678, 51679, 51680];

/// The maximum number of subnets per service. Source: the API's `AwsVpcConfiguration.subnets`, read 2026-11.
pub const SUBNETS_MAX: usize = 16;

/// The maximum number of security groups per service. Source: the API's `AwsVpcConfiguration.securityGroups`, read
/// 2026-11.
pub const SECURITY_GROUPS_MAX: usize = 5;

/// The default stop timeout, in seconds. Source: the API's `ContainerDefinition.stopTimeout`, read 2026-11.
pub const STOP_TIMEOUT_DEFAULT: u64 = 30;

/// The maximum stop timeout that AWS documents, in seconds. Source: the API's `ContainerDefinition.stopTimeout`, read
/// 2026-11.
pub const STOP_TIMEOUT_MAX: u64 = 120;

/// The default minimum healthy percent of a deployment.
/// Source: the API's `DeploymentConfiguration.minimumHealthyPercent`, read 2026-11.
pub const MINIMUM_HEALTHY_PERCENT: u64 = 100;

/// The default maximum percent of a deployment.
/// Source: the API's `DeploymentConfiguration.maximumPercent`, read 2026-11.
pub const MAXIMUM_PERCENT: u64 = 200;

/// The largest minimum healthy percent and the smallest maximum percent that ECS accepts.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html>, read
/// 2026-11.
pub const MINIMUM_HEALTHY_PERCENT_MAX: u64 = 100;
/// See [`MINIMUM_HEALTHY_PERCENT_MAX`].
pub const MAXIMUM_PERCENT_MIN: u64 = 100;

/// Prefixes that the name of a user's own capacity provider cannot have, in uppercase or lowercase.
/// Source: the API's `CreateCapacityProviderRequest.name`, read 2026-11.
pub const CAPACITY_PREFIXES_OF_AWS: [&str; 3] = ["aws", "ecs", "fargate"];

/// The maximum number of tags per resource. Source: the API's `CreateServiceRequest.tags`, read 2026-11.
pub const TAGS_MAX: usize = 50;

/// The maximum length of a tag key, in characters. Source: the API's `TagKey`, read 2026-11.
pub const TAG_KEY_MAX: usize = 128;

/// The maximum length of a tag value, in characters. Source: the API's `TagValue`, read 2026-11.
pub const TAG_VALUE_MAX: usize = 256;

/// The prefix that tag keys and values cannot have, in uppercase or lowercase. Source: the API's
/// `CreateServiceRequest.tags`, read 2026-11.
pub const TAG_PREFIX_OF_AWS: &str = "aws:";

/// The addresses that a task asks for the credentials of its role, and on a container instance for those of the
/// instance. Source: [`crate::facts::sources::HTTP_PROXY`].
pub const TASK_CREDENTIALS: &str = "169.254.170.2";
/// See [`TASK_CREDENTIALS`].
pub const INSTANCE_METADATA: &str = "169.254.169.254";

/// The cluster of a service that names none.
/// Source: the API's `CreateServiceRequest.cluster`, read 2026-11.
pub const DEFAULT_CLUSTER: &str = "default";
