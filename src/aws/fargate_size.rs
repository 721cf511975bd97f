//! Looks up the pairs of CPU and memory that Fargate offers.

use crate::facts::fargate::{Memories, SIZES, Size};

/// Returns the memory sizes that go with a CPU size, in MiB, smallest first.
pub fn memories(size: &Size) -> Vec<u64> {
    match size.memories {
        Memories::Only(sizes) => sizes.to_vec(),
        Memories::Steps { min, max, step } => {
            let next = |memory: &u64| Some(memory + step);
            let sizes = std::iter::successors(Some(min), next);
            sizes.take_while(|memory| *memory <= max).collect()
        }
    }
}

/// Returns the size with this number of CPU units, if Fargate offers it.
pub fn size(cpu: u64) -> Option<&'static Size> {
    SIZES.iter().find(|size| size.cpu == cpu)
}

/// Returns the smallest pair of CPU units and MiB that has at least this `cpu` and `memory`, or the largest pair if
/// Fargate offers nothing that large.
pub fn fitting(cpu: u64, memory: u64) -> (u64, u64) {
    SIZES
        .iter()
        .filter(|size| size.cpu >= cpu)
        .find_map(|size| Some((size.cpu, memories(size).into_iter().find(|m| *m >= memory)?)))
        .or_else(|| {
            SIZES
                .last()
                .and_then(|size| Some((size.cpu, *memories(size).last()?)))
        })
        .unwrap_or((cpu, memory))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_sizes_are_those_of_the_table() {
        assert_eq!(memories(size(256).unwrap()), [512, 1024, 2048]);
        assert_eq!(memories(size(8192).unwrap()).len(), 12);
        assert_eq!(memories(size(16384).unwrap()).last(), Some(&122_880));
        assert_eq!(memories(size(32768).unwrap()), [61440, 122_880, 249_856]);
        assert_eq!(size(1000), None);
    }

    #[test]
    fn fitting_rounds_memory_up_then_cpu() {
        assert_eq!(fitting(1024, 2500), (1024, 3072));
        assert_eq!(fitting(256, 4096), (512, 4096));
        assert_eq!(fitting(1000, 2048), (1024, 2048));
        assert_eq!(fitting(16384, 130_000), (32768, 249_856));
        assert_eq!(fitting(99_999, 1), (32768, 249_856));
    }
}
