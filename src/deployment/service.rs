//! The service, as input of `CreateService`. Members have the names that the API gives them.
//! Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html>.

use super::tags::Tag;
use crate::document::text::Text;
use serde::Serialize;

/// `CreateService`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Service {
    pub cluster: Text,
    pub service_name: Text,
    /// The family in a JSON file, where it means the newest revision; the ARN of the registered revision elsewhere.
    pub task_definition: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub launch_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capacity_provider_strategy: Vec<CapacityProviderStrategyItem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform_version: Option<Text>,
    pub scheduling_strategy: &'static str,
    pub desired_count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deployment_configuration: Option<DeploymentConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_configuration: Option<NetworkConfiguration>,
    pub load_balancers: [(); 0],
    #[serde(rename = "enableECSManagedTags", skip_serializing_if = "std::ops::Not::not")]
    pub enable_ecs_managed_tags: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub propagate_tags: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub enable_execute_command: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
}

impl Service {
    /// Returns whether the service uses one of Fargate's capacity providers, which must be associated with the cluster.
    pub fn uses_fargate_capacity(&self) -> bool {
        self.capacity_provider_strategy
            .iter()
            .any(|item| item.capacity_provider.to_string().starts_with("FARGATE"))
    }
}

/// `CapacityProviderStrategyItem`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct CapacityProviderStrategyItem {
    pub capacity_provider: Text,
    pub weight: u64,
}

/// `DeploymentConfiguration`
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct DeploymentConfiguration {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deployment_circuit_breaker: Option<DeploymentCircuitBreaker>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_healthy_percent: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_percent: Option<u64>,
}

/// `DeploymentCircuitBreaker`. The API requires both members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct DeploymentCircuitBreaker {
    pub enable: bool,
    pub rollback: bool,
}

/// `NetworkConfiguration`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct NetworkConfiguration {
    pub awsvpc_configuration: AwsVpcConfiguration,
}

/// `AwsVpcConfiguration`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct AwsVpcConfiguration {
    /// IDs, or one reference to a whole list.
    pub subnets: Vec<Text>,
    /// IDs, or one reference to a whole list.
    pub security_groups: Vec<Text>,
    pub assign_public_ip: Text,
}
