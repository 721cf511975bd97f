//! What a number counts.

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// CPU units, 1024 to the vCPU; `1 vCPU` and `0.5 vCPU` are read too.
    Cpu,
    /// MiB; `2 GB`, `2048Mi` and the like are read too.
    Mebibytes,
    /// GiB.
    Gibibytes,
    /// Seconds.
    Seconds,
    /// Days.
    Days,
    /// Percent.
    Percent,
    /// A TCP port.
    Port,
    /// A number of things, such as replicas.
    Count,
}

impl Unit {
    /// Returns the words after the input. Blank if the number needs none.
    pub fn label(self) -> &'static str {
        match self {
            Self::Cpu => "CPU units",
            Self::Mebibytes => "MiB",
            Self::Gibibytes => "GiB",
            Self::Seconds => "seconds",
            Self::Days => "days",
            Self::Percent => "%",
            Self::Port | Self::Count => "",
        }
    }

    /// Returns the number with its unit. For CPU units and MiB, adds vCPUs or GB, which are easier to read.
    pub fn described(self, number: u64) -> String {
        match self {
            Self::Cpu => format!("{number} ({})", self.short(number)),
            Self::Mebibytes => format!("{number} MiB ({})", self.short(number)),
            _ => number.to_string(),
        }
    }

    /// Returns the number in the larger unit, for CPU units and MiB: `0.5 vCPU`, `2 GB`.
    pub fn short(self, number: u64) -> String {
        let hundredths = number % 1024 * 100 / 1024;
        let fraction = match hundredths {
            0 => String::new(),
            tens if tens % 10 == 0 => format!(".{}", tens / 10),
            _ => format!(".{hundredths:02}"),
        };
        let thousands = number / 1024;
        match self {
            Self::Cpu => format!("{thousands}{fraction} vCPU"),
            Self::Mebibytes => format!("{thousands}{fraction} GB"),
            _ => number.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_called_by_their_number_and_their_unit() {
        for (unit, number, words) in [
            (Unit::Cpu, 256, "256 (0.25 vCPU)"),
            (Unit::Cpu, 512, "512 (0.5 vCPU)"),
            (Unit::Cpu, 1024, "1024 (1 vCPU)"),
            (Unit::Mebibytes, 512, "512 MiB (0.5 GB)"),
            (Unit::Mebibytes, 2048, "2048 MiB (2 GB)"),
            (Unit::Mebibytes, 122_880, "122880 MiB (120 GB)"),
            (Unit::Mebibytes, 1100, "1100 MiB (1.07 GB)"),
            (Unit::Count, 3, "3"),
        ] {
            assert_eq!(unit.described(number), words);
        }
    }
}
