//! AWS Fargate: the sizes in which it sells a task, its platforms, disks and capacity providers.

use std::ops::RangeInclusive;

/// One CPU size of Fargate (Linux) and the memory that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// CPU units of the task; 1024 are one vCPU.
    pub cpu: u64,
    /// Smallest memory, MiB.
    pub min: u64,
    /// Largest memory, MiB.
    pub max: u64,
    /// Distance between two sizes of memory, MiB; 0 where the sizes double (256 CPU units).
    pub step: u64,
}

/// Every CPU size with its memory.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>,
/// the API's `RegisterTaskDefinitionRequest.memory` and cfn-lint E3047, which agree; read 2026-11.
pub const SIZES: &[Size] = &[
    Size {
        cpu: 256,
        min: 512,
        max: 2048,
        step: 0,
    },
    Size {
        cpu: 512,
        min: 1024,
        max: 4096,
        step: 1024,
    },
    Size {
        cpu: 1024,
        min: 2048,
        max: 8192,
        step: 1024,
    },
    Size {
        cpu: 2048,
        min: 4096,
        max: 16384,
        step: 1024,
    },
    Size {
        cpu: 4096,
        min: 8192,
        max: 30720,
        step: 1024,
    },
    Size {
        cpu: 8192,
        min: 16384,
        max: 61440,
        step: 4096,
    },
    Size {
        cpu: 16384,
        min: 32768,
        max: 122_880,
        step: 8192,
    },
];

/// The platform version that is current since 2020, and CPU units from which a task needs it.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html>, read 2026-11.
pub const CURRENT_PLATFORM: [u16; 3] = [1, 4, 0];
/// See [`CURRENT_PLATFORM`].
pub const LARGE_CPU: u64 = 8192;

/// The word for the newest platform version. Source: the API's `CreateServiceRequest.platformVersion`, read 2026-11.
pub const LATEST_PLATFORM: &str = "LATEST";

/// Seconds that Fargate allows between SIGTERM and SIGKILL. Source: the API's `ContainerDefinition.stopTimeout`, read
/// 2026-11.
pub const STOP_TIMEOUT: RangeInclusive<u64> = 2..=120;

/// Size of the ephemeral storage that can be asked for, GiB.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html>, read 2026-11.
pub const EPHEMERAL_STORAGE: RangeInclusive<u64> = 21..=200;

/// Size of the ephemeral storage without asking, GiB. Source: the same page.
pub const EPHEMERAL_STORAGE_DEFAULT: u64 = 20;

/// The capacity provider for machines that AWS does not take away.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html>, read 2026-11.
pub const ON_DEMAND: &str = "FARGATE";

/// The capacity provider for machines that AWS may take away. Source: the same page.
pub const SPOT: &str = "FARGATE_SPOT";

/// The capacity providers that AWS has in every account. Source: the same page.
pub const CAPACITY_PROVIDERS: [&str; 2] = [ON_DEMAND, SPOT];
