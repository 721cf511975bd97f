//! The task definition, as input of `RegisterTaskDefinition`. Members have the names that the API gives them, in an
//! order that is easy to read.
//! Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>.

use super::tags::Tag;
use crate::document::text::Text;
use serde::Serialize;

/// `RegisterTaskDefinition`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct TaskDefinition {
    pub family: Text,
    pub requires_compatibilities: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_mode: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runtime_platform: Option<RuntimePlatform>,
    /// CPU units, as a string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu: Option<Text>,
    /// MiB, as a string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_role_arn: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_role_arn: Option<Text>,
    pub container_definitions: Vec<ContainerDefinition>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
}

/// `RuntimePlatform`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct RuntimePlatform {
    pub cpu_architecture: &'static str,
    pub operating_system_family: &'static str,
}

/// `EphemeralStorage`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EphemeralStorage {
    /// GiB.
    #[serde(rename = "sizeInGiB")]
    pub size_in_gib: u64,
}

/// `ContainerDefinition`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct ContainerDefinition {
    pub name: Text,
    pub image: Text,
    pub essential: bool,
    /// CPU units, as a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu: Option<u64>,
    /// MiB, as a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hostname: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub port_mappings: Vec<PortMapping>,
    pub environment: Vec<KeyValuePair>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub secrets: Vec<Secret>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health_check: Option<HealthCheck>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linux_parameters: Option<LinuxParameters>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_timeout: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_configuration: Option<LogConfiguration>,
}

/// `PortMapping`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct PortMapping {
    pub container_port: u64,
    pub host_port: u64,
    pub protocol: &'static str,
}

/// `KeyValuePair`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct KeyValuePair {
    pub name: String,
    pub value: Text,
}

/// `Secret`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Secret {
    pub name: String,
    pub value_from: Text,
}

/// `HealthCheck`. All times are in seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct HealthCheck {
    pub command: Vec<&'static str>,
    pub interval: u64,
    pub timeout: u64,
    pub retries: u64,
    pub start_period: u64,
}

/// `LinuxParameters`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct LinuxParameters {
    pub init_process_enabled: bool,
}

/// `LogConfiguration`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct LogConfiguration {
    pub log_driver: &'static str,
    pub options: AwslogsOptions,
}

/// The options of the log driver `awslogs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub struct AwslogsOptions {
    pub awslogs_group: Text,
    pub awslogs_region: Text,
    pub awslogs_stream_prefix: &'static str,
}
