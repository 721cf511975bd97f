//! The members of a task definition, as `RegisterTaskDefinition` takes it, with the members of everything within it.
//! Source: botocore 1.44.8, `ecs/2014-11-13/service-2.json`; read 2026-11-27. `tests/facts.rs` compares it.

use super::api::Kind::{Flag, Many, Map, Number, Numbers, One, Text, Texts};
use super::api::Shape;

/// `RegisterTaskDefinition`
pub const TASK_DEFINITION: Shape = &[
    ("family", Text),
    ("taskRoleArn", Text),
    ("executionRoleArn", Text),
    ("networkMode", Text),
    ("containerDefinitions", Many(CONTAINER_DEFINITION)),
    ("volumes", Many(VOLUME)),
    ("placementConstraints", Many(TASK_DEFINITION_PLACEMENT_CONSTRAINT)),
    ("requiresCompatibilities", Texts),
    ("cpu", Text),
    ("memory", Text),
    ("tags", Many(TAG)),
    ("pidMode", Text),
    ("ipcMode", Text),
    ("proxyConfiguration", One(PROXY_CONFIGURATION)),
    ("inferenceAccelerators", Many(INFERENCE_ACCELERATOR)),
    ("ephemeralStorage", One(EPHEMERAL_STORAGE)),
    ("runtimePlatform", One(RUNTIME_PLATFORM)),
    ("enableFaultInjection", Flag),
    (
        "trustedExecutionConfiguration",
        One(TRUSTED_EXECUTION_CONFIGURATION),
    ),
];

const CONTAINER_DEFINITION: Shape = &[
    ("name", Text),
    ("image", Text),
    ("repositoryCredentials", One(REPOSITORY_CREDENTIALS)),
    ("cpu", Number),
    ("memory", Number),
    ("memoryReservation", Number),
    ("links", Texts),
    ("portMappings", Many(PORT_MAPPING)),
    ("essential", Flag),
    ("restartPolicy", One(CONTAINER_RESTART_POLICY)),
    ("entryPoint", Texts),
    ("command", Texts),
    ("environment", Many(KEY_VALUE_PAIR)),
    ("environmentFiles", Many(ENVIRONMENT_FILE)),
    ("mountPoints", Many(MOUNT_POINT)),
    ("volumesFrom", Many(VOLUME_FROM)),
    ("linuxParameters", One(LINUX_PARAMETERS)),
    ("secrets", Many(SECRET)),
    ("dependsOn", Many(CONTAINER_DEPENDENCY)),
    ("startTimeout", Number),
    ("stopTimeout", Number),
    ("versionConsistency", Text),
    ("hostname", Text),
    ("user", Text),
    ("workingDirectory", Text),
    ("disableNetworking", Flag),
    ("privileged", Flag),
    ("readonlyRootFilesystem", Flag),
    ("dnsServers", Texts),
    ("dnsSearchDomains", Texts),
    ("extraHosts", Many(HOST_ENTRY)),
    ("dockerSecurityOptions", Texts),
    ("interactive", Flag),
    ("pseudoTerminal", Flag),
    ("dockerLabels", Map),
    ("ulimits", Many(ULIMIT)),
    ("logConfiguration", One(LOG_CONFIGURATION)),
    ("healthCheck", One(HEALTH_CHECK)),
    ("systemControls", Many(SYSTEM_CONTROL)),
    ("resourceRequirements", Many(RESOURCE_REQUIREMENT)),
    ("firelensConfiguration", One(FIRELENS_CONFIGURATION)),
    ("credentialSpecs", Texts),
];

const REPOSITORY_CREDENTIALS: Shape = &[("credentialsParameter", Text)];

const PORT_MAPPING: Shape = &[
    ("containerPort", Number),
    ("hostPort", Number),
    ("protocol", Text),
    ("name", Text),
    ("appProtocol", Text),
    ("containerPortRange", Text),
];

const CONTAINER_RESTART_POLICY: Shape = &[
    ("enabled", Flag),
    ("ignoredExitCodes", Numbers),
    ("restartAttemptPeriod", Number),
];

const KEY_VALUE_PAIR: Shape = &[("name", Text), ("value", Text)];

const ENVIRONMENT_FILE: Shape = &[("value", Text), ("type", Text)];

const MOUNT_POINT: Shape = &[
    ("sourceVolume", Text),
    ("containerPath", Text),
    ("readOnly", Flag),
];

const VOLUME_FROM: Shape = &[("sourceContainer", Text), ("readOnly", Flag)];

const LINUX_PARAMETERS: Shape = &[
    ("capabilities", One(KERNEL_CAPABILITIES)),
    ("devices", Many(DEVICE)),
    ("initProcessEnabled", Flag),
    ("sharedMemorySize", Number),
    ("tmpfs", Many(TMPFS)),
    ("maxSwap", Number),
    ("swappiness", Number),
];

const KERNEL_CAPABILITIES: Shape = &[("add", Texts), ("drop", Texts)];

const DEVICE: Shape = &[
    ("hostPath", Text),
    ("containerPath", Text),
    ("permissions", Texts),
];

const TMPFS: Shape = &[("containerPath", Text), ("size", Number), ("mountOptions", Texts)];

const SECRET: Shape = &[("name", Text), ("valueFrom", Text)];

const CONTAINER_DEPENDENCY: Shape = &[("containerName", Text), ("condition", Text)];

const HOST_ENTRY: Shape = &[("hostname", Text), ("ipAddress", Text)];

const ULIMIT: Shape = &[("name", Text), ("softLimit", Number), ("hardLimit", Number)];

/// `LogConfiguration`
pub const LOG_CONFIGURATION: Shape = &[
    ("logDriver", Text),
    ("options", Map),
    ("secretOptions", Many(SECRET)),
];

const HEALTH_CHECK: Shape = &[
    ("command", Texts),
    ("interval", Number),
    ("timeout", Number),
    ("retries", Number),
    ("startPeriod", Number),
];

const SYSTEM_CONTROL: Shape = &[("namespace", Text), ("value", Text)];

const RESOURCE_REQUIREMENT: Shape = &[
    ("value", Text),
    ("type", Text),
    ("sharingStrategy", One(SHARING_STRATEGY)),
];

const SHARING_STRATEGY: Shape = &[("nvidiaMps", One(NVIDIA_MPS_ALLOCATION))];

const NVIDIA_MPS_ALLOCATION: Shape = &[("memory", Number), ("maxComputePercent", Number)];

const FIRELENS_CONFIGURATION: Shape = &[("type", Text), ("options", Map)];

const VOLUME: Shape = &[
    ("name", Text),
    ("host", One(HOST_VOLUME_PROPERTIES)),
    ("dockerVolumeConfiguration", One(DOCKER_VOLUME_CONFIGURATION)),
    ("efsVolumeConfiguration", One(EFS_VOLUME_CONFIGURATION)),
    ("s3filesVolumeConfiguration", One(S3FILES_VOLUME_CONFIGURATION)),
    (
        "fsxWindowsFileServerVolumeConfiguration",
        One(FSX_WINDOWS_FILE_SERVER_VOLUME_CONFIGURATION),
    ),
    ("configuredAtLaunch", Flag),
];

const HOST_VOLUME_PROPERTIES: Shape = &[("sourcePath", Text)];

const DOCKER_VOLUME_CONFIGURATION: Shape = &[
    ("scope", Text),
    ("autoprovision", Flag),
    ("driver", Text),
    ("driverOpts", Map),
    ("labels", Map),
];

const EFS_VOLUME_CONFIGURATION: Shape = &[
    ("fileSystemId", Text),
    ("rootDirectory", Text),
    ("transitEncryption", Text),
    ("transitEncryptionPort", Number),
    ("authorizationConfig", One(EFS_AUTHORIZATION_CONFIG)),
];

const EFS_AUTHORIZATION_CONFIG: Shape = &[("accessPointId", Text), ("iam", Text)];

const S3FILES_VOLUME_CONFIGURATION: Shape = &[
    ("fileSystemArn", Text),
    ("rootDirectory", Text),
    ("transitEncryptionPort", Number),
    ("accessPointArn", Text),
];

const FSX_WINDOWS_FILE_SERVER_VOLUME_CONFIGURATION: Shape = &[
    ("fileSystemId", Text),
    ("rootDirectory", Text),
    (
        "authorizationConfig",
        One(FSX_WINDOWS_FILE_SERVER_AUTHORIZATION_CONFIG),
    ),
];

const FSX_WINDOWS_FILE_SERVER_AUTHORIZATION_CONFIG: Shape =
    &[("credentialsParameter", Text), ("domain", Text)];

const TASK_DEFINITION_PLACEMENT_CONSTRAINT: Shape = &[("type", Text), ("expression", Text)];

/// `Tag`
pub const TAG: Shape = &[("key", Text), ("value", Text)];

const PROXY_CONFIGURATION: Shape = &[
    ("type", Text),
    ("containerName", Text),
    ("properties", Many(KEY_VALUE_PAIR)),
];

const INFERENCE_ACCELERATOR: Shape = &[("deviceName", Text), ("deviceType", Text)];

const EPHEMERAL_STORAGE: Shape = &[("sizeInGiB", Number)];

const RUNTIME_PLATFORM: Shape = &[("cpuArchitecture", Text), ("operatingSystemFamily", Text)];

const TRUSTED_EXECUTION_CONFIGURATION: Shape = &[("isolationMode", Text), ("attestationPolicy", Text)];
