//! AWS Regions in which ECS runs, and the partition that a Region belongs to.

/// The Regions of ECS. Source: botocore 1.43.11 `endpoints.json`, read 2026-11.
pub const REGIONS: &[&str] = &[
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "ca-central-1",
    "ca-west-1",
    "mx-central-1",
    "sa-east-1",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "af-south-1",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "us-gov-east-1",
    "us-gov-west-1",
    "cn-north-1",
    "cn-northwest-1",
    "eusc-de-east-1",
];

/// The beginning of a Region's name, the partition whose ARNs it uses and the ending of its services' names; what is not
/// here is `aws` and `amazonaws.com`.
/// Source: botocore 1.43.64 `partitions.json`, read 2026-11.
pub const PARTITIONS: &[(&str, &str, &str)] = &[
    ("cn-", "aws-cn", "amazonaws.com.cn"),
    ("us-gov-", "aws-us-gov", "amazonaws.com"),
    ("us-isob-", "aws-iso-b", "sc2s.sgov.gov"),
    ("us-isof-", "aws-iso-f", "csp.hci.ic.gov"),
    ("us-iso-", "aws-iso", "c2s.ic.gov"),
    ("eu-isoe-", "aws-iso-e", "cloud.adc-e.uk"),
    ("eusc-de-", "aws-eusc", "amazonaws.eu"),
];

/// The partition of a Region: the second part of every ARN. `aws` for a blank or unknown Region.
pub fn partition(region: &str) -> &'static str {
    row(region).1
}

/// What stands behind service and Region in the name of a service: `secretsmanager.us-west-2.` + `amazonaws.com`.
pub fn dns_suffix(region: &str) -> &'static str {
    row(region).2
}

fn row(region: &str) -> (&'static str, &'static str, &'static str) {
    let found = PARTITIONS.iter().find(|(prefix, ..)| region.starts_with(prefix));
    found.copied().unwrap_or(("", "aws", "amazonaws.com"))
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
    }
}
