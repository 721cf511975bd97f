//! Amazon ECS: lengths, ranges and quotas that hold for every launch type.

use std::ops::RangeInclusive;

/// The longest name of a family, container, cluster or service, characters.
/// Source: the API's `RegisterTaskDefinitionRequest.family`, `ContainerDefinition.name`,
/// `CreateClusterRequest.clusterName`, `CreateServiceRequest.serviceName`, read 2026-11.
pub const NAME_MAX: usize = 255;

/// The largest task definition that can be registered, bytes of its JSON.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html>, read 2026-11.
pub const TASK_DEFINITION_BYTES: usize = 65536;

/// CPU units of one vCPU. Source: the API's `RegisterTaskDefinitionRequest.cpu`, read 2026-11.
pub const CPU_UNITS_OF_A_VCPU: u64 = 1024;

/// CPU units of a task on EC2: 0.125 to 192 vCPU. Source: the API's `RegisterTaskDefinitionRequest.cpu`, read 2026-11.
pub const EC2_CPU: RangeInclusive<u64> = 128..=196_608;

/// Ports of an instance that SSH, Docker and the ECS agent occupy. Source: the API's `PortMapping.hostPort`, read
/// 2026-11.
pub const RESERVED_HOST_PORTS: [u64; 6] = [22, 2375, 2376, 51678, 51679, 51680];

/// Most subnets of a service. Source: the API's `AwsVpcConfiguration.subnets`, read 2026-11.
pub const SUBNETS_MAX: usize = 16;

/// Most security groups of a service. Source: the API's `AwsVpcConfiguration.securityGroups`, read 2026-11.
pub const SECURITY_GROUPS_MAX: usize = 5;

/// Seconds that a container has to stop where nothing is said. Source: the API's `ContainerDefinition.stopTimeout`,
/// read 2026-11.
pub const STOP_TIMEOUT_DEFAULT: u64 = 30;

/// The longest stop timeout that AWS documents, seconds. Source: the API's `ContainerDefinition.stopTimeout`, read
/// 2026-11.
pub const STOP_TIMEOUT_MAX: u64 = 120;

/// Percent of the tasks that a deployment keeps where nothing is said.
/// Source: the API's `DeploymentConfiguration.minimumHealthyPercent`, read 2026-11.
pub const MINIMUM_HEALTHY_PERCENT: u64 = 100;

/// Percent of the tasks that a deployment may have where nothing is said.
/// Source: the API's `DeploymentConfiguration.maximumPercent`, read 2026-11.
pub const MAXIMUM_PERCENT: u64 = 200;

/// The most that a deployment may be told to keep, percent, and the least that it may be told to have at most.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html>, read 2026-11.
pub const MINIMUM_HEALTHY_PERCENT_MAX: u64 = 100;
/// See [`MINIMUM_HEALTHY_PERCENT_MAX`].
pub const MAXIMUM_PERCENT_MIN: u64 = 100;

/// What the names of capacity providers of one's own may not begin with, in any case.
/// Source: the API's `CreateCapacityProviderRequest.name`, read 2026-11.
pub const CAPACITY_PREFIXES_OF_AWS: [&str; 3] = ["aws", "ecs", "fargate"];

/// Most tags of a resource. Source: the API's `CreateServiceRequest.tags`, read 2026-11.
pub const TAGS_MAX: usize = 50;

/// The longest key of a tag, characters. Source: the API's `TagKey`, read 2026-11.
pub const TAG_KEY_MAX: usize = 128;

/// The longest value of a tag, characters. Source: the API's `TagValue`, read 2026-11.
pub const TAG_VALUE_MAX: usize = 256;

/// What neither key nor value of a tag may begin with, in any case. Source: the API's `CreateServiceRequest.tags`, read
/// 2026-11.
pub const TAG_PREFIX_OF_AWS: &str = "aws:";
