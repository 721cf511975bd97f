//! The service, as input of `CreateService`. Members have the names that the API gives them.
//! Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html>.

use super::tags::Tag;
use crate::document::declare::document;
use crate::document::text::Text;

document! {
    /// `CreateService`
    pub struct Service {
        "cluster" => pub cluster: Text,
        "serviceName" => pub service_name: Text,
        /// The family in a JSON file, where it means the newest revision; the ARN of the registered revision elsewhere.
        "taskDefinition" => pub task_definition: Text,
        "launchType" => pub launch_type: Option<&'static str>,
        "capacityProviderStrategy" if filled => pub capacity_provider_strategy: Vec<CapacityProviderStrategyItem>,
        "platformVersion" => pub platform_version: Option<Text>,
        "schedulingStrategy" => pub scheduling_strategy: &'static str,
        "desiredCount" => pub desired_count: u64,
        "deploymentConfiguration" => pub deployment_configuration: Option<DeploymentConfiguration>,
        "networkConfiguration" => pub network_configuration: Option<NetworkConfiguration>,
        "loadBalancers" => pub load_balancers: [Text; 0],
        "enableECSManagedTags" if filled => pub enable_ecs_managed_tags: bool,
        "propagateTags" => pub propagate_tags: Option<&'static str>,
        "enableExecuteCommand" if filled => pub enable_execute_command: bool,
        "tags" if filled => pub tags: Vec<Tag>,
    }
}

impl Service {
    /// Returns the capacity provider, if the service has one instead of a launch type.
    pub fn capacity_provider(&self) -> Option<&Text> {
        let strategy = &self.capacity_provider_strategy;
        strategy.first().map(|item| &item.capacity_provider)
    }

    /// Returns whether the service uses one of Fargate's capacity providers, which must be associated with the cluster.
    pub fn uses_fargate_capacity(&self) -> bool {
        self.capacity_provider_strategy
            .iter()
            .any(|item| item.capacity_provider.to_string().starts_with("FARGATE"))
    }
}

document! {
    /// `CapacityProviderStrategyItem`
    pub struct CapacityProviderStrategyItem {
        "capacityProvider" => pub capacity_provider: Text,
        "weight" => pub weight: u64,
    }
}

document! {
    /// `DeploymentConfiguration`
    #[derive(Default)]
    pub struct DeploymentConfiguration {
        "deploymentCircuitBreaker" => pub deployment_circuit_breaker: Option<DeploymentCircuitBreaker>,
        "minimumHealthyPercent" => pub minimum_healthy_percent: Option<u64>,
        "maximumPercent" => pub maximum_percent: Option<u64>,
    }
}

document! {
    /// `DeploymentCircuitBreaker`. The API requires both members.
    pub struct DeploymentCircuitBreaker {
        "enable" => pub enable: bool,
        "rollback" => pub rollback: bool,
    }
}

document! {
    /// `NetworkConfiguration`
    pub struct NetworkConfiguration {
        "awsvpcConfiguration" => pub awsvpc_configuration: AwsVpcConfiguration,
    }
}

document! {
    /// `AwsVpcConfiguration`
    pub struct AwsVpcConfiguration {
        /// IDs, or one reference to a whole list.
        "subnets" => pub subnets: Vec<Text>,
        /// IDs, or one reference to a whole list.
        "securityGroups" => pub security_groups: Vec<Text>,
        "assignPublicIp" => pub assign_public_ip: Text,
    }
}
