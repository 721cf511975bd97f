//! AWS Fargate: task sizes, platform versions, stop timeouts, ephemeral storage and capacity providers.

use std::ops::RangeInclusive;

/// A CPU size that Fargate offers for Linux tasks, and the memory sizes that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The task's CPU units; 1024 units are one vCPU.
    pub cpu: u64,
    /// The memory sizes.
    pub memories: Memories,
}

/// The memory sizes that go with a CPU size, in MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memories {
    /// These, smallest first.
    Only(&'static [u64]),
    /// From the first to the last, in steps.
    Steps {
        /// The smallest.
        min: u64,
        /// The largest.
        max: u64,
        /// The step.
        step: u64,
    },
}

const fn steps(cpu: u64, min: u64, max: u64, step: u64) -> Size {
    let memories = Memories::Steps { min, max, step };
    Size { cpu, memories }
}

const fn only(cpu: u64, memories: &'static [u64]) -> Size {
    let memories = Memories::Only(memories);
    Size { cpu, memories }
}

/// Every CPU size, with its memory sizes.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>,
/// the API's `RegisterTaskDefinitionRequest.memory` and cfn-lint E3047, which agree, read 2026-11; but for 32768 CPU units,
/// which Fargate has since 2026-06 and only cfn-lint 1.58 knows (`fargate_cpu_memory.json`).
pub const SIZES: &[Size] = &[
    only(256, &[512, 1024, 2048]),
    steps(512, 1024, 4096, 1024),
    steps(1024, 2048, 8192, 1024),
    steps(2048, 4096, 16384, 1024),
    steps(4096, 8192, 30720, 1024),
    steps(8192, 16384, 61440, 4096),
    steps(16384, 32768, 122_880, 8192),
    only(32768, &[61440, 122_880, 249_856]),
];

/// The platform version that has been current since 2020, and the smallest number of CPU units that requires it.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html>, read 2026-11.
pub const CURRENT_PLATFORM: [u16; 3] = [1, 4, 0];
/// See [`CURRENT_PLATFORM`].
pub const LARGE_CPU: u64 = 8192;

/// The value that selects the newest platform version. Source: the API's `CreateServiceRequest.platformVersion`, read
/// 2026-11.
pub const LATEST_PLATFORM: &str = "LATEST";

/// The stop timeouts that Fargate allows, in seconds. Source: the API's `ContainerDefinition.stopTimeout`, read
/// 2026-11.
pub const STOP_TIMEOUT: RangeInclusive<u64> = 2..=120;

/// The sizes of ephemeral storage that a task can request, in GiB.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html>, read 2026-11.
pub const EPHEMERAL_STORAGE: RangeInclusive<u64> = 21..=200;

/// The default size of ephemeral storage, in GiB. Source: the same page.
pub const EPHEMERAL_STORAGE_DEFAULT: u64 = 20;

/// The capacity provider whose tasks AWS does not interrupt.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html>, read 2026-11.
pub const ON_DEMAND: &str = "FARGATE";

/// The capacity provider whose tasks AWS can interrupt. Source: the same page.
pub const SPOT: &str = "FARGATE_SPOT";

/// The capacity providers that exist in every account. Source: the same page.
pub const CAPACITY_PROVIDERS: [&str; 2] = [ON_DEMAND, SPOT];

/// The members of a task definition that Fargate refuses.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html>, read 2026-11.
pub const REFUSED: &[&str] = &["ipcMode", "placementConstraints", "inferenceAccelerators"];

/// The members of a container that Fargate refuses. Source: as above.
pub const REFUSED_OF_CONTAINER: &[&str] = &[
    "disableNetworking",
    "dnsSearchDomains",
    "dnsServers",
    "dockerSecurityOptions",
    "extraHosts",
    "links",
    "privileged",
];

/// The members of `linuxParameters` that Fargate refuses. Source: as above.
pub const REFUSED_OF_LINUX: &[&str] = &["devices", "maxSwap", "sharedMemorySize", "swappiness"];

/// The members of a volume that Fargate refuses. Source: as above.
pub const REFUSED_OF_VOLUME: &[&str] = &["dockerVolumeConfiguration"];
