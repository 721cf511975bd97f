//! The AWS CLI: since which version it knows the members of a task definition and of a service. An older version rejects
//! the whole document (`Unknown parameter in input`).
//!
//! Source: the releases of <https://github.com/aws/aws-cli> and <https://github.com/boto/botocore>, as of 2026-07-23; read
//! 2026-11-26. A version 1 knows what `botocore/data/ecs/2014-11-13/service-2.json` of the botocore in its `setup.cfg` has; a
//! version 2 what `awscli/botocore/data/ecs/2014-11-13/service-2.json` has, and before 2.3.0 the botocore of its `setup.cfg`,
//! on botocore's branch `v2`. Each row names the first botocore for version 1, and the day of that version 1.

use std::fmt;

/// A version of the AWS CLI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u16, pub u16, pub u16);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// The oldest version 1 that the table is about: that of Ubuntu 20.04.
/// Source: <https://packages.ubuntu.com/focal/awscli>; read 2026-11.
pub const OLDEST_V1: Version = Version(1, 18, 69);

/// The oldest version 2 that the table is about.
pub const OLDEST_V2: Version = Version(2, 0, 0);

/// The document that has a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The input of `RegisterTaskDefinition`.
    TaskDefinition,
    /// The input of `CreateService` and of `UpdateService`.
    Service,
    /// The input of `UpdateService`, for members that it got after `CreateService`.
    ServiceUpdate,
}

/// A member, and the first versions that know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The document.
    pub document: Document,
    /// The names from the document to the member, with a point between. Lists have no name.
    pub path: &'static str,
    /// The first version 1.
    pub v1: Version,
    /// The first version 2.
    pub v2: Version,
}

/// Every member that [`OLDEST_V1`] or [`OLDEST_V2`] does not know, except those within another one that came at the same
/// time.
pub const MEMBERS: &[Member] = &[
    // botocore 1.29.165, 2023-06-30
    task_definition(
        "containerDefinitions.credentialSpecs",
        Version(1, 27, 165),
        Version(2, 12, 7),
    ),
    // botocore 1.16.19, 2020-05-28
    task_definition(
        "containerDefinitions.environmentFiles",
        Version(1, 18, 69),
        Version(2, 0, 15),
    ),
    // botocore 1.29.17, 2022-11-28
    task_definition(
        "containerDefinitions.portMappings.appProtocol",
        Version(1, 27, 17),
        Version(2, 9, 2),
    ),
    // botocore 1.29.31, 2022-12-15
    task_definition(
        "containerDefinitions.portMappings.containerPortRange",
        Version(1, 27, 31),
        Version(2, 9, 9),
    ),
    // botocore 1.29.17, 2022-11-28
    task_definition(
        "containerDefinitions.portMappings.name",
        Version(1, 27, 17),
        Version(2, 9, 2),
    ),
    // botocore 1.34.162, 2024-08-15
    task_definition(
        "containerDefinitions.restartPolicy",
        Version(1, 33, 44),
        Version(2, 17, 31),
    ),
    // botocore 1.35.65, 2024-11-19
    task_definition(
        "containerDefinitions.versionConsistency",
        Version(1, 36, 6),
        Version(2, 22, 1),
    ),
    // botocore 1.35.83, 2024-12-17
    task_definition("enableFaultInjection", Version(1, 36, 24), Version(2, 22, 19)),
    // botocore 1.20.61, 2021-04-29
    task_definition("ephemeralStorage", Version(1, 19, 61), Version(2, 2, 1)),
    // botocore 1.22.6, 2021-10-28
    task_definition("runtimePlatform", Version(1, 21, 6), Version(2, 3, 2)),
    // botocore 1.34.17, 2024-01-11
    task_definition(
        "volumes.configuredAtLaunch",
        Version(1, 32, 17),
        Version(2, 15, 10),
    ),
    // botocore 1.16.19, 2020-05-28
    task_definition(
        "volumes.efsVolumeConfiguration.authorizationConfig",
        Version(1, 18, 69),
        Version(2, 0, 8),
    ),
    // botocore 1.16.19, 2020-05-28
    task_definition(
        "volumes.efsVolumeConfiguration.transitEncryption",
        Version(1, 18, 69),
        Version(2, 0, 8),
    ),
    // botocore 1.16.19, 2020-05-28
    task_definition(
        "volumes.efsVolumeConfiguration.transitEncryptionPort",
        Version(1, 18, 69),
        Version(2, 0, 8),
    ),
    // botocore 1.19.14, 2020-11-09
    task_definition(
        "volumes.fsxWindowsFileServerVolumeConfiguration",
        Version(1, 18, 174),
        Version(2, 0, 63),
    ),
    // botocore 1.42.85, 2026-04-07
    task_definition(
        "volumes.s3filesVolumeConfiguration",
        Version(1, 44, 75),
        Version(2, 34, 26),
    ),
    // botocore 1.35.66, 2024-11-20
    service(
        "availabilityZoneRebalancing",
        Version(1, 36, 7),
        Version(2, 22, 2),
    ),
    // botocore 1.29.33, 2022-12-19
    service(
        "deploymentConfiguration.alarms",
        Version(1, 27, 33),
        Version(2, 9, 9),
    ),
    // botocore 1.39.5, 2025-07-15
    service(
        "deploymentConfiguration.bakeTimeInMinutes",
        Version(1, 41, 5),
        Version(2, 27, 51),
    ),
    // botocore 1.40.61, 2025-10-28
    service(
        "deploymentConfiguration.canaryConfiguration",
        Version(1, 42, 61),
        Version(2, 31, 24),
    ),
    // botocore 1.19.24, 2020-11-23
    service(
        "deploymentConfiguration.deploymentCircuitBreaker",
        Version(1, 18, 184),
        Version(2, 1, 4),
    ),
    // botocore 1.43.37, 2026-06-29
    service(
        "deploymentConfiguration.deploymentCircuitBreaker.resetOnHealthyTask",
        Version(1, 45, 37),
        Version(2, 35, 12),
    ),
    // botocore 1.43.37, 2026-06-29
    service(
        "deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration",
        Version(1, 45, 37),
        Version(2, 35, 12),
    ),
    // botocore 1.39.5, 2025-07-15
    service(
        "deploymentConfiguration.lifecycleHooks",
        Version(1, 41, 5),
        Version(2, 27, 51),
    ),
    // botocore 1.40.29, 2025-09-11
    service(
        "deploymentConfiguration.lifecycleHooks.hookDetails",
        Version(1, 42, 29),
        Version(2, 30, 0),
    ),
    // botocore 1.43.10, 2026-05-18
    service(
        "deploymentConfiguration.lifecycleHooks.targetType",
        Version(1, 45, 10),
        Version(2, 34, 49),
    ),
    // botocore 1.43.10, 2026-05-18
    service(
        "deploymentConfiguration.lifecycleHooks.timeoutConfiguration",
        Version(1, 45, 10),
        Version(2, 34, 49),
    ),
    // botocore 1.40.61, 2025-10-28
    service(
        "deploymentConfiguration.linearConfiguration",
        Version(1, 42, 61),
        Version(2, 31, 24),
    ),
    // botocore 1.39.5, 2025-07-15
    service(
        "deploymentConfiguration.strategy",
        Version(1, 41, 5),
        Version(2, 27, 51),
    ),
    // botocore 1.20.28, 2021-03-15
    service("enableExecuteCommand", Version(1, 19, 28), Version(2, 1, 31)),
    // botocore 1.39.5, 2025-07-15
    service(
        "loadBalancers.advancedConfiguration",
        Version(1, 41, 5),
        Version(2, 27, 51),
    ),
    // botocore 1.43.33, 2026-06-18
    service("monitoring", Version(1, 45, 33), Version(2, 35, 8)),
    // botocore 1.29.17, 2022-11-28
    service(
        "serviceConnectConfiguration",
        Version(1, 27, 17),
        Version(2, 9, 2),
    ),
    // botocore 1.40.63, 2025-10-30
    service(
        "serviceConnectConfiguration.accessLogConfiguration",
        Version(1, 42, 63),
        Version(2, 31, 26),
    ),
    // botocore 1.39.5, 2025-07-15
    service(
        "serviceConnectConfiguration.services.clientAliases.testTrafficRules",
        Version(1, 41, 5),
        Version(2, 27, 51),
    ),
    // botocore 1.34.24, 2024-01-22
    service(
        "serviceConnectConfiguration.services.timeout",
        Version(1, 32, 24),
        Version(2, 15, 14),
    ),
    // botocore 1.34.24, 2024-01-22
    service(
        "serviceConnectConfiguration.services.tls",
        Version(1, 32, 24),
        Version(2, 15, 14),
    ),
    // botocore 1.34.17, 2024-01-11
    service("volumeConfigurations", Version(1, 32, 17), Version(2, 15, 10)),
    // botocore 1.38.15, 2025-05-13
    service(
        "volumeConfigurations.managedEBSVolume.volumeInitializationRate",
        Version(1, 40, 14),
        Version(2, 27, 14),
    ),
    // botocore 1.35.64, 2024-11-18
    service("vpcLatticeConfigurations", Version(1, 36, 5), Version(2, 22, 0)),
    // botocore 1.39.5, 2025-07-15
    service_update("deploymentController", Version(1, 41, 5), Version(2, 27, 51)),
    // botocore 1.24.14, 2022-03-07
    service_update("enableECSManagedTags", Version(1, 22, 69), Version(2, 4, 24)),
    // botocore 1.24.14, 2022-03-07
    service_update("loadBalancers", Version(1, 22, 69), Version(2, 4, 24)),
    // botocore 1.16.19, 2020-05-28
    service_update("placementConstraints", Version(1, 18, 69), Version(2, 0, 4)),
    // botocore 1.16.19, 2020-05-28
    service_update("placementStrategy", Version(1, 18, 69), Version(2, 0, 4)),
    // botocore 1.24.14, 2022-03-07
    service_update("propagateTags", Version(1, 22, 69), Version(2, 4, 24)),
    // botocore 1.24.14, 2022-03-07
    service_update("serviceRegistries", Version(1, 22, 69), Version(2, 4, 24)),
];

const fn task_definition(path: &'static str, v1: Version, v2: Version) -> Member {
    Member {
        document: Document::TaskDefinition,
        path,
        v1,
        v2,
    }
}

const fn service(path: &'static str, v1: Version, v2: Version) -> Member {
    Member {
        document: Document::Service,
        path,
        v1,
        v2,
    }
}

const fn service_update(path: &'static str, v1: Version, v2: Version) -> Member {
    Member {
        document: Document::ServiceUpdate,
        path,
        v1,
        v2,
    }
}
