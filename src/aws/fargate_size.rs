//! Looks up the pairs of CPU and memory that Fargate offers.

use crate::facts::fargate::{SIZES, Size};

/// Returns the memory sizes that go with a CPU size, in MiB, smallest first.
pub fn memories(size: &Size) -> impl Iterator<Item = u64> {
    let Size { min, max, step, .. } = *size;
    let next = move |memory: &u64| Some(if step == 0 { memory * 2 } else { memory + step });
    std::iter::successors(Some(min), next).take_while(move |memory| *memory <= max)
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
        .find_map(|size| Some((size.cpu, memories(size).find(|m| *m >= memory)?)))
        .or_else(|| SIZES.last().map(|size| (size.cpu, size.max)))
        .unwrap_or((cpu, memory))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_sizes_are_those_of_the_table() {
        assert_eq!(
            memories(size(256).unwrap()).collect::<Vec<_>>(),
            [512, 1024, 2048]
        );
        assert_eq!(memories(size(8192).unwrap()).count(), 12);
        assert_eq!(memories(size(16384).unwrap()).last(), Some(122_880));
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
