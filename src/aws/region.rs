//! What follows from a Region: its partition and the names of its services.

use crate::facts::regions::{CONSOLE, CONSOLES, PARTITIONS, STANDARD};

/// The partition of a Region: the second part of every ARN. `aws` for a blank or unknown Region.
pub fn partition(region: &str) -> &'static str {
    row(region).1
}

/// What follows service and Region in the name of a service: `secretsmanager.us-west-2.` + `amazonaws.com`.
pub fn dns_suffix(region: &str) -> &'static str {
    row(region).2
}

fn row(region: &str) -> (&'static str, &'static str, &'static str) {
    let found = PARTITIONS.iter().find(|(prefix, ..)| region.starts_with(prefix));
    found.copied().unwrap_or(STANDARD)
}

/// The host of a partition's console.
pub fn console(partition: &str) -> &'static str {
    let found = CONSOLES.iter().find(|(other, _)| *other == partition);
    found.map_or(CONSOLE, |(_, host)| *host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_partition_by_its_regions() {
        for (region, expected) in [
            ("us-west-2", "aws"),
            ("", "aws"),
            ("cn-north-1", "aws-cn"),
            ("us-gov-west-1", "aws-us-gov"),
            ("us-isof-south-1", "aws-iso-f"),
            ("eusc-de-east-1", "aws-eusc"),
        ] {
            assert_eq!(partition(region), expected, "{region}");
        }
        assert_eq!(dns_suffix("eu-west-1"), "amazonaws.com");
        assert_eq!(dns_suffix("cn-north-1"), "amazonaws.com.cn");
        assert_eq!(dns_suffix("eusc-de-east-1"), "amazonaws.eu");
        assert_eq!(console("aws-cn"), "console.amazonaws.cn");
        assert_eq!(console("aws"), "console.aws.amazon.com");
    }
}
