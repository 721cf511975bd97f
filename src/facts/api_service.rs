//! The members of a service, as `CreateService` takes it, with the members of everything within it.
//! Source: botocore 1.44.8, `ecs/2014-11-13/service-2.json`; read 2026-11-27. `tests/facts.rs` compares it.

use super::api::Kind::{Any, Flag, Many, Number, One, Text, Texts};
use super::api::Shape;
use super::api_task_definition::{LOG_CONFIGURATION, TAG};

/// `CreateService`
pub const SERVICE: Shape = &[
    ("cluster", Text),
    ("serviceName", Text),
    ("taskDefinition", Text),
    ("availabilityZoneRebalancing", Text),
    ("loadBalancers", Many(LOAD_BALANCER)),
    ("serviceRegistries", Many(SERVICE_REGISTRY)),
    ("desiredCount", Number),
    ("clientToken", Text),
    ("launchType", Text),
    ("capacityProviderStrategy", Many(CAPACITY_PROVIDER_STRATEGY_ITEM)),
    ("platformVersion", Text),
    ("role", Text),
    ("deploymentConfiguration", One(DEPLOYMENT_CONFIGURATION)),
    ("placementConstraints", Many(PLACEMENT_CONSTRAINT)),
    ("placementStrategy", Many(PLACEMENT_STRATEGY)),
    ("networkConfiguration", One(NETWORK_CONFIGURATION)),
    ("healthCheckGracePeriodSeconds", Number),
    ("schedulingStrategy", Text),
    ("deploymentController", One(DEPLOYMENT_CONTROLLER)),
    ("tags", Many(TAG)),
    ("enableECSManagedTags", Flag),
    ("propagateTags", Text),
    ("enableExecuteCommand", Flag),
    ("serviceConnectConfiguration", One(SERVICE_CONNECT_CONFIGURATION)),
    ("volumeConfigurations", Many(SERVICE_VOLUME_CONFIGURATION)),
    ("vpcLatticeConfigurations", Many(VPC_LATTICE_CONFIGURATION)),
    ("gatewayConnectors", Many(GATEWAY_CONNECTOR)),
    ("monitoring", One(MONITORING_CONFIGURATION)),
];

const LOAD_BALANCER: Shape = &[
    ("targetGroupArn", Text),
    ("loadBalancerName", Text),
    ("containerName", Text),
    ("containerPort", Number),
    ("advancedConfiguration", One(ADVANCED_CONFIGURATION)),
];

const ADVANCED_CONFIGURATION: Shape = &[
    ("alternateTargetGroupArn", Text),
    ("productionListenerRule", Text),
    ("testListenerRule", Text),
    ("roleArn", Text),
];

const SERVICE_REGISTRY: Shape = &[
    ("registryArn", Text),
    ("port", Number),
    ("containerName", Text),
    ("containerPort", Number),
];

const CAPACITY_PROVIDER_STRATEGY_ITEM: Shape =
    &[("capacityProvider", Text), ("weight", Number), ("base", Number)];

const DEPLOYMENT_CONFIGURATION: Shape = &[
    ("deploymentCircuitBreaker", One(DEPLOYMENT_CIRCUIT_BREAKER)),
    ("maximumPercent", Number),
    ("minimumHealthyPercent", Number),
    ("alarms", One(DEPLOYMENT_ALARMS)),
    ("strategy", Text),
    ("bakeTimeInMinutes", Number),
    ("lifecycleHooks", Many(DEPLOYMENT_LIFECYCLE_HOOK)),
    ("linearConfiguration", One(LINEAR_CONFIGURATION)),
    ("canaryConfiguration", One(CANARY_CONFIGURATION)),
    ("earlySuccessCriteria", One(DEPLOYMENT_EARLY_SUCCESS_CRITERIA)),
];

const DEPLOYMENT_CIRCUIT_BREAKER: Shape = &[
    ("enable", Flag),
    ("rollback", Flag),
    ("resetOnHealthyTask", Flag),
    ("thresholdConfiguration", One(THRESHOLD_CONFIGURATION)),
];

const THRESHOLD_CONFIGURATION: Shape = &[("type", Text), ("value", Number)];

const DEPLOYMENT_ALARMS: Shape = &[("alarmNames", Texts), ("rollback", Flag), ("enable", Flag)];

const DEPLOYMENT_LIFECYCLE_HOOK: Shape = &[
    ("targetType", Text),
    ("hookTargetArn", Text),
    ("roleArn", Text),
    ("lifecycleStages", Texts),
    ("hookDetails", Any),
    (
        "timeoutConfiguration",
        One(DEPLOYMENT_LIFECYCLE_HOOK_TIMEOUT_CONFIGURATION),
    ),
];

const DEPLOYMENT_LIFECYCLE_HOOK_TIMEOUT_CONFIGURATION: Shape =
    &[("timeoutInMinutes", Number), ("action", Text)];

const LINEAR_CONFIGURATION: Shape = &[("stepPercent", Number), ("stepBakeTimeInMinutes", Number)];

const CANARY_CONFIGURATION: Shape = &[("canaryPercent", Number), ("canaryBakeTimeInMinutes", Number)];

const DEPLOYMENT_EARLY_SUCCESS_CRITERIA: Shape = &[
    ("enable", Flag),
    ("healthyPercent", Number),
    ("sourceServiceRevisionCleanup", Text),
];

const PLACEMENT_CONSTRAINT: Shape = &[("type", Text), ("expression", Text)];

const PLACEMENT_STRATEGY: Shape = &[("type", Text), ("field", Text)];

const NETWORK_CONFIGURATION: Shape = &[("awsvpcConfiguration", One(AWS_VPC_CONFIGURATION))];

const AWS_VPC_CONFIGURATION: Shape = &[
    ("subnets", Texts),
    ("securityGroups", Texts),
    ("assignPublicIp", Text),
];

const DEPLOYMENT_CONTROLLER: Shape = &[("type", Text)];

const SERVICE_CONNECT_CONFIGURATION: Shape = &[
    ("enabled", Flag),
    ("namespace", Text),
    ("services", Many(SERVICE_CONNECT_SERVICE)),
    ("logConfiguration", One(LOG_CONFIGURATION)),
    (
        "accessLogConfiguration",
        One(SERVICE_CONNECT_ACCESS_LOG_CONFIGURATION),
    ),
    (
        "containerConfigurations",
        Many(SERVICE_CONNECT_CONTAINER_CONFIGURATION),
    ),
];

const SERVICE_CONNECT_SERVICE: Shape = &[
    ("portName", Text),
    ("discoveryName", Text),
    ("clientAliases", Many(SERVICE_CONNECT_CLIENT_ALIAS)),
    ("ingressPortOverride", Number),
    ("timeout", One(TIMEOUT_CONFIGURATION)),
    ("tls", One(SERVICE_CONNECT_TLS_CONFIGURATION)),
];

const SERVICE_CONNECT_CLIENT_ALIAS: Shape = &[
    ("port", Number),
    ("dnsName", Text),
    ("testTrafficRules", One(SERVICE_CONNECT_TEST_TRAFFIC_RULES)),
];

const SERVICE_CONNECT_TEST_TRAFFIC_RULES: Shape =
    &[("header", One(SERVICE_CONNECT_TEST_TRAFFIC_HEADER_RULES))];

const SERVICE_CONNECT_TEST_TRAFFIC_HEADER_RULES: Shape = &[
    ("name", Text),
    ("value", One(SERVICE_CONNECT_TEST_TRAFFIC_HEADER_MATCH_RULES)),
];

const SERVICE_CONNECT_TEST_TRAFFIC_HEADER_MATCH_RULES: Shape = &[("exact", Text)];

const TIMEOUT_CONFIGURATION: Shape = &[
    ("idleTimeoutSeconds", Number),
    ("perRequestTimeoutSeconds", Number),
];

const SERVICE_CONNECT_TLS_CONFIGURATION: Shape = &[
    (
        "issuerCertificateAuthority",
        One(SERVICE_CONNECT_TLS_CERTIFICATE_AUTHORITY),
    ),
    ("kmsKey", Text),
    ("roleArn", Text),
];

const SERVICE_CONNECT_TLS_CERTIFICATE_AUTHORITY: Shape = &[("awsPcaAuthorityArn", Text)];

const SERVICE_CONNECT_ACCESS_LOG_CONFIGURATION: Shape = &[("format", Text), ("includeQueryParameters", Text)];

const SERVICE_CONNECT_CONTAINER_CONFIGURATION: Shape = &[("logLevel", Text)];

const SERVICE_VOLUME_CONFIGURATION: Shape = &[
    ("name", Text),
    ("managedEBSVolume", One(SERVICE_MANAGED_EBS_VOLUME_CONFIGURATION)),
];

const SERVICE_MANAGED_EBS_VOLUME_CONFIGURATION: Shape = &[
    ("encrypted", Flag),
    ("kmsKeyId", Text),
    ("volumeType", Text),
    ("sizeInGiB", Number),
    ("snapshotId", Text),
    ("volumeInitializationRate", Number),
    ("iops", Number),
    ("throughput", Number),
    ("tagSpecifications", Many(EBS_TAG_SPECIFICATION)),
    ("roleArn", Text),
    ("filesystemType", Text),
];

const EBS_TAG_SPECIFICATION: Shape = &[
    ("resourceType", Text),
    ("tags", Many(TAG)),
    ("propagateTags", Text),
];

const VPC_LATTICE_CONFIGURATION: Shape = &[
    ("roleArn", Text),
    ("targetGroupArn", Text),
    ("portName", Text),
    ("advancedConfiguration", One(VPC_LATTICE_ADVANCED_CONFIGURATION)),
];

const VPC_LATTICE_ADVANCED_CONFIGURATION: Shape = &[
    ("alternateTargetGroupArn", Text),
    ("productionListenerRule", Text),
    ("testListenerRule", Text),
];

const GATEWAY_CONNECTOR: Shape = &[
    ("portName", Text),
    ("healthCheck", One(GATEWAY_CONNECTOR_HEALTH_CHECK)),
    ("filters", One(GATEWAY_CONNECTOR_FILTERS)),
    ("deregistrationDelay", One(GATEWAY_CONNECTOR_DEREGISTRATION_DELAY)),
];

const GATEWAY_CONNECTOR_HEALTH_CHECK: Shape = &[
    ("healthCheckProtocol", Text),
    ("healthCheckPort", Number),
    ("healthCheckPath", Text),
    ("healthCheckTimeoutSeconds", Number),
    ("healthCheckIntervalSeconds", Number),
    ("healthyThresholdCount", Number),
    ("unhealthyThresholdCount", Number),
    ("matcher", One(GATEWAY_CONNECTOR_HEALTH_CHECK_MATCHER)),
];

const GATEWAY_CONNECTOR_HEALTH_CHECK_MATCHER: Shape = &[("httpCode", Text), ("grpcCode", Text)];

const GATEWAY_CONNECTOR_FILTERS: Shape = &[("accessTypes", Texts)];

const GATEWAY_CONNECTOR_DEREGISTRATION_DELAY: Shape = &[("timeoutSeconds", Number)];

const MONITORING_CONFIGURATION: Shape = &[("metricConfigurations", Many(METRIC_CONFIGURATION))];

const METRIC_CONFIGURATION: Shape = &[("metricNames", Texts), ("resolutionSeconds", Number)];
