//! AWS Fargate: task sizes, platform versions, stop timeouts, ephemeral storage and capacity providers.

use std::ops::RangeInclusive;

/// A CPU size that Fargate offers for Linux tasks, and the memory sizes that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The task's CPU units; 1024 units are one vCPU.
    pub cpu: u64,
    /// The smallest memory size, in MiB.
    pub min: u64,
    /// The largest memory size, in MiB.
    pub max: u64,
    /// The step between two memory sizes, in MiB; 0 if each size is twice the one before (256 CPU units).
    pub step: u64,
}

/// Every CPU size, with its memory sizes.
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
