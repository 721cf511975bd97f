//! The arguments of `aws_ecs_task_definition` and `aws_ecs_service` in Terraform's AWS provider, where they differ from
//! the API's members by more than the usual spelling.
//! Source: the schema of `hashicorp/aws` 6.66 (`tests/terraform_stub/schema.json`); read 2026-11-27.

/// The arguments that are named otherwise, by the names down to the API's member.
pub const NAMES: &[(&str, &str)] = &[
    ("serviceName", "name"),
    ("role", "iam_role"),
    ("enableECSManagedTags", "enable_ecs_managed_tags"),
    ("loadBalancers", "load_balancer"),
    ("loadBalancers.loadBalancerName", "elb_name"),
    ("placementStrategy", "ordered_placement_strategy"),
    (
        "deploymentConfiguration.minimumHealthyPercent",
        "deployment_minimum_healthy_percent",
    ),
    (
        "deploymentConfiguration.maximumPercent",
        "deployment_maximum_percent",
    ),
    ("deploymentConfiguration.lifecycleHooks", "lifecycle_hook"),
    ("serviceConnectConfiguration.services", "service"),
    (
        "serviceConnectConfiguration.services.clientAliases",
        "client_alias",
    ),
    (
        "serviceConnectConfiguration.services.tls.issuerCertificateAuthority",
        "issuer_cert_authority",
    ),
    (
        "serviceConnectConfiguration.logConfiguration.secretOptions",
        "secret_option",
    ),
    ("volumeConfigurations", "volume_configuration"),
    ("volumeConfigurations.managedEBSVolume", "managed_ebs_volume"),
    ("volumeConfigurations.managedEBSVolume.sizeInGiB", "size_in_gb"),
    (
        "volumeConfigurations.managedEBSVolume.filesystemType",
        "file_system_type",
    ),
    ("ephemeralStorage.sizeInGiB", "size_in_gib"),
    ("volumes", "volume"),
    ("volumes.configuredAtLaunch", "configure_at_launch"),
    ("volumes.host.sourcePath", "host_path"),
];

/// The members that no argument holds.
pub const ABSENT: &[&str] = &[
    "clientToken",
    "gatewayConnectors",
    "monitoring",
    "deploymentConfiguration.earlySuccessCriteria",
    "deploymentConfiguration.deploymentCircuitBreaker.resetOnHealthyTask",
    "deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration",
    "serviceConnectConfiguration.containerConfigurations",
    "vpcLatticeConfigurations.advancedConfiguration",
    "inferenceAccelerators",
    "trustedExecutionConfiguration",
];

/// The lists of which an argument takes one item.
pub const SINGLE: &[&str] = &[
    "serviceRegistries",
    "volumeConfigurations",
    "serviceConnectConfiguration.services.clientAliases",
];

/// The objects whose members are arguments of the object around them.
pub const FLAT: &[&str] = &[
    "deploymentConfiguration",
    "networkConfiguration.awsvpcConfiguration",
    "volumes.host",
];

/// The members of `deploymentConfiguration` that stand in a block of that name.
pub const IN_DEPLOYMENT_CONFIGURATION: &[&str] = &[
    "strategy",
    "bakeTimeInMinutes",
    "lifecycleHooks",
    "linearConfiguration",
    "canaryConfiguration",
];

/// The lists of pairs that are a map.
pub const MAPS_OF_PAIRS: &[&str] = &[
    "proxyConfiguration.properties",
    "volumeConfigurations.managedEBSVolume.tagSpecifications.tags",
];
