//! Reads whole numbers with the units that people write after them.

use crate::fields::Unit;

/// The largest number that AWS accepts: the integers of its APIs have 32 bits.
pub const MAX: u64 = i32::MAX as u64;

/// Reads a number into the given unit. Plain digits are in the unit itself; CPU may also be in vCPU, and MiB in GB.
/// Letter case does not matter. Returns `None` if the text is not a whole number in the unit, from 0 to [`MAX`].
pub fn parse(unit: Unit, text: &str) -> Option<u64> {
    let text = text.trim();
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, suffix) = text.split_at(end);
    let suffix = suffix.trim().to_ascii_lowercase();
    let factor = match (unit, suffix.as_str()) {
        (_, "") => return digits(number),
        (Unit::Cpu, "vcpu" | "vcpus") | (Unit::Mebibytes, "g" | "gb" | "gi" | "gib") => 1024,
        (Unit::Mebibytes, "m" | "mb" | "mi" | "mib")
        | (Unit::Gibibytes, "g" | "gb" | "gi" | "gib")
        | (Unit::Seconds, "s" | "seconds")
        | (Unit::Days, "d" | "days")
        | (Unit::Percent, "%") => 1,
        _ => return None,
    };
    scaled(number, factor)
}

/// Says what [`parse`] accepts, for the end of the sentence “`x` is not …”.
pub fn wanted(unit: Unit) -> &'static str {
    match unit {
        Unit::Cpu => "a whole number of CPU units, such as 1024, or of vCPU, such as `1 vCPU`",
        Unit::Mebibytes => "a whole number of MiB, such as 2048, or of GB, such as `2 GB`",
        Unit::Gibibytes => "a whole number of GiB",
        Unit::Seconds => "a whole number of seconds",
        Unit::Days => "a whole number of days",
        Unit::Percent => "a whole number of percent",
        Unit::Port => "a port number",
        Unit::Count => "a whole number, 0 or more",
    }
}

fn digits(text: &str) -> Option<u64> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
        .filter(|n| *n <= MAX)
}

/// Multiplies a decimal number of at most six decimal places by a factor. Returns `None` if the product is not a whole
/// number.
fn scaled(text: &str, factor: u64) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && fraction.is_empty() || fraction.len() > 6 {
        return None;
    }
    let whole = if whole.is_empty() { 0 } else { digits(whole)? };
    let divisor = 10_u64.pow(u32::try_from(fraction.len()).ok()?);
    let parts = if fraction.is_empty() { 0 } else { digits(fraction)? } * factor;
    parts
        .is_multiple_of(divisor)
        .then(|| whole * factor + parts / divisor)
        .filter(|n| *n <= MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_understood() {
        for (unit, text, expected) in [
            (Unit::Cpu, "1024", Some(1024)),
            (Unit::Cpu, "1 vCPU", Some(1024)),
            (Unit::Cpu, ".5vcpu", Some(512)),
            (Unit::Cpu, "0.25 vCPU", Some(256)),
            (Unit::Cpu, "0.3 vCPU", None),
            (Unit::Mebibytes, "2 GB", Some(2048)),
            (Unit::Mebibytes, "1.5g", Some(1536)),
            (Unit::Mebibytes, "2048Mi", Some(2048)),
            (Unit::Mebibytes, "2 TB", None),
            (Unit::Mebibytes, "2.5", None),
            (Unit::Count, "-1", None),
            (Unit::Count, "1e3", None),
            (Unit::Count, "99999999999999999999999", None),
            (Unit::Count, "2147483647", Some(MAX)),
            (Unit::Count, "2147483648", None),
            (Unit::Mebibytes, "2097151 GB", Some(2_147_482_624)),
            (Unit::Mebibytes, "2097152 GB", None),
            (Unit::Count, "007", Some(7)),
            (Unit::Seconds, "120 s", Some(120)),
            (Unit::Cpu, ".", None),
            (Unit::Cpu, ". vCPU", None),
            (Unit::Cpu, "1.2.3 vCPU", None),
        ] {
            assert_eq!(parse(unit, text), expected, "{text}");
        }
    }

    #[test]
    fn each_unit_has_its_own_words() {
        for (unit, text, expected) in [
            (Unit::Cpu, "2 vcpus", Some(2048)),
            (Unit::Cpu, "2 g", None),
            (Unit::Cpu, "0.000001 vCPU", None),
            (Unit::Cpu, "1.000000 vCPU", Some(1024)),
            (Unit::Cpu, "1.0000000 vCPU", None),
            (Unit::Cpu, "1. vCPU", Some(1024)),
            (Unit::Mebibytes, "1 gi", Some(1024)),
            (Unit::Mebibytes, "1 GiB", Some(1024)),
            (Unit::Mebibytes, "5 m", Some(5)),
            (Unit::Mebibytes, "5 MB", Some(5)),
            (Unit::Mebibytes, "5 MiB", Some(5)),
            (Unit::Gibibytes, "5 g", Some(5)),
            (Unit::Gibibytes, "5 GB", Some(5)),
            (Unit::Gibibytes, "5 MB", None),
            (Unit::Seconds, "5 seconds", Some(5)),
            (Unit::Days, "5 d", Some(5)),
            (Unit::Days, "5 days", Some(5)),
            (Unit::Days, "5 s", None),
            (Unit::Percent, "5%", Some(5)),
            (Unit::Port, "5%", None),
        ] {
            assert_eq!(parse(unit, text), expected, "{text}");
        }
    }
}
