//! The sizes in which Fargate sells a task.

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

impl Size {
    /// The memory sizes (MiB) that go with this CPU, smallest first.
    pub fn memories(self) -> impl Iterator<Item = u64> {
        std::iter::successors(Some(self.min), move |memory| {
            Some(if self.step == 0 {
                memory * 2
            } else {
                memory + self.step
            })
        })
        .take_while(move |memory| *memory <= self.max)
    }
}

/// The size with this number of CPU units, if Fargate has it.
pub fn size(cpu: u64) -> Option<Size> {
    SIZES.iter().copied().find(|size| size.cpu == cpu)
}

/// The smallest legal (cpu, memory) that holds at least what is asked for: the CPU as asked if it
/// exists, else the next one, memory rounded up. The largest pair if nothing is large enough.
pub fn fitting(cpu: u64, memory: u64) -> (u64, u64) {
    SIZES
        .iter()
        .filter(|size| size.cpu >= cpu)
        .find_map(|size| Some((size.cpu, size.memories().find(|m| *m >= memory)?)))
        .unwrap_or((16384, 122_880))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_sizes_are_those_of_the_table() {
        assert_eq!(
            size(256).unwrap().memories().collect::<Vec<_>>(),
            [512, 1024, 2048]
        );
        assert_eq!(size(8192).unwrap().memories().count(), 12);
        assert_eq!(size(16384).unwrap().memories().last(), Some(122_880));
        assert_eq!(size(1000), None);
    }

    #[test]
    fn fitting_rounds_memory_up_then_cpu() {
        assert_eq!(fitting(1024, 2500), (1024, 3072));
        assert_eq!(fitting(256, 4096), (512, 4096));
        assert_eq!(fitting(1000, 2048), (1024, 2048));
        assert_eq!(fitting(99_999, 1), (16384, 122_880));
    }
}
