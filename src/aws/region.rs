//! The partition and the DNS suffix of a Region, and the console of a partition.

use crate::facts::ecr::{DUAL_STACK, DUAL_STACKS, Stack};
use crate::facts::regions::{CONSOLE, CONSOLES, PARTITIONS, REGIONS, STANDARD};

/// Whether ECS is known to run in this Region.
pub fn is_known(region: &str) -> bool {
    REGIONS.iter().any(|(code, _)| *code == region)
}

/// Returns the partition of a Region, the second part of every ARN. It is `aws` for an empty or unknown Region.
pub fn partition(region: &str) -> &'static str {
    row(region).1
}

/// Returns the DNS suffix of a Region's services: `amazonaws.com` in `secretsmanager.us-west-2.amazonaws.com`.
pub fn dns_suffix(region: &str) -> &'static str {
    row(region).2
}

/// Returns the DNS suffix of the Amazon ECR registries in a Region.
pub fn ecr_suffix(region: &str, stack: Stack) -> &'static str {
    match stack {
        Stack::Ipv4 => dns_suffix(region),
        Stack::Dual => {
            let found = DUAL_STACKS.iter().find(|(other, _)| *other == partition(region));
            found.map_or(DUAL_STACK, |(_, suffix)| *suffix)
        }
    }
}

fn row(region: &str) -> (&'static str, &'static str, &'static str) {
    let found = PARTITIONS.iter().find(|(prefix, ..)| region.starts_with(prefix));
    found.copied().unwrap_or(STANDARD)
}

/// Returns the host of the AWS Management Console in a partition.
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
        assert!(is_known("us-west-2") && !is_known("us-west-2a") && !is_known(""));
        assert_eq!(dns_suffix("eu-west-1"), "amazonaws.com");
        assert_eq!(dns_suffix("cn-north-1"), "amazonaws.com.cn");
        assert_eq!(dns_suffix("eusc-de-east-1"), "amazonaws.eu");
        assert_eq!(console("aws-cn"), "console.amazonaws.cn");
        assert_eq!(console("aws"), "console.aws.amazon.com");
    }
}
