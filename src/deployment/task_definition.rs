//! The task definition, as input of `RegisterTaskDefinition`. Members have the names that the API gives them, in an
//! order that is easy to read.
//! Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>.

use super::tags::Tag;
use crate::document::declare::document;
use crate::document::text::Text;

document! {
    /// `RegisterTaskDefinition`
    pub struct TaskDefinition {
        "family" => pub family: Text,
        "requiresCompatibilities" => pub requires_compatibilities: Vec<&'static str>,
        "networkMode" => pub network_mode: Option<&'static str>,
        "runtimePlatform" => pub runtime_platform: Option<RuntimePlatform>,
        /// CPU units, as a string.
        "cpu" => pub cpu: Option<Text>,
        /// MiB, as a string.
        "memory" => pub memory: Option<Text>,
        "ephemeralStorage" => pub ephemeral_storage: Option<EphemeralStorage>,
        "executionRoleArn" => pub execution_role_arn: Option<Text>,
        "taskRoleArn" => pub task_role_arn: Option<Text>,
        "containerDefinitions" => pub container_definitions: Vec<ContainerDefinition>,
        "tags" if filled => pub tags: Vec<Tag>,
    }
}

document! {
    /// `RuntimePlatform`
    pub struct RuntimePlatform {
        "cpuArchitecture" => pub cpu_architecture: &'static str,
        "operatingSystemFamily" => pub operating_system_family: &'static str,
    }
}

document! {
    /// `EphemeralStorage`
    pub struct EphemeralStorage {
        /// GiB.
        "sizeInGiB" => pub size_in_gib: u64,
    }
}

document! {
    /// `ContainerDefinition`
    pub struct ContainerDefinition {
        "name" => pub name: Text,
        "image" => pub image: Text,
        "essential" => pub essential: bool,
        /// CPU units, as a number.
        "cpu" => pub cpu: Option<u64>,
        /// MiB, as a number.
        "memory" => pub memory: Option<u64>,
        "hostname" => pub hostname: Option<Text>,
        "portMappings" if filled => pub port_mappings: Vec<PortMapping>,
        "environment" => pub environment: Vec<KeyValuePair>,
        "secrets" if filled => pub secrets: Vec<Secret>,
        "healthCheck" => pub health_check: Option<HealthCheck>,
        "linuxParameters" => pub linux_parameters: Option<LinuxParameters>,
        /// Seconds.
        "stopTimeout" => pub stop_timeout: Option<u64>,
        "logConfiguration" => pub log_configuration: Option<LogConfiguration>,
    }
}

document! {
    /// `PortMapping`
    pub struct PortMapping {
        "containerPort" => pub container_port: u64,
        "hostPort" => pub host_port: u64,
        "protocol" => pub protocol: &'static str,
    }
}

document! {
    /// `KeyValuePair`
    pub struct KeyValuePair {
        "name" => pub name: String,
        "value" => pub value: Text,
    }
}

document! {
    /// `Secret`
    pub struct Secret {
        "name" => pub name: String,
        "valueFrom" => pub value_from: Text,
    }
}

document! {
    /// `HealthCheck`. All times are in seconds.
    pub struct HealthCheck {
        "command" => pub command: Vec<&'static str>,
        "interval" => pub interval: u64,
        "timeout" => pub timeout: u64,
        "retries" => pub retries: u64,
        "startPeriod" => pub start_period: u64,
    }
}

document! {
    /// `LinuxParameters`
    pub struct LinuxParameters {
        "initProcessEnabled" => pub init_process_enabled: bool,
    }
}

document! {
    /// `LogConfiguration`
    pub struct LogConfiguration {
        "logDriver" => pub log_driver: &'static str,
        "options" => pub options: AwslogsOptions,
    }
}

document! {
    /// The options of the log driver `awslogs`.
    pub struct AwslogsOptions {
        "awslogs-group" => pub awslogs_group: Text,
        "awslogs-region" => pub awslogs_region: Text,
        "awslogs-stream-prefix" => pub awslogs_stream_prefix: &'static str,
    }
}
