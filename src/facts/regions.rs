//! The AWS Regions in which ECS runs, their partitions, and the hosts of the console.

/// The Regions in which ECS runs. Source: botocore 1.43.11 `endpoints.json`, read 2026-11.
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

/// The prefix of the Regions of a partition, the partition, and the DNS suffix of its services. All other Regions are
/// in [`STANDARD`].
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

/// The row of every other Region, including an empty one. Source: the same.
pub const STANDARD: (&str, &str, &str) = ("", "aws", "amazonaws.com");

/// The host of the AWS Management Console.
/// Source: <https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html>, read 2026-11.
pub const CONSOLE: &str = "console.aws.amazon.com";

/// The host of the console in the partitions that have their own.
/// Source: links in AWS's documentation of these partitions, such as those in the ECS developer guide for
/// `us-gov-east-1`, read 2026-11; not tried.
pub const CONSOLES: &[(&str, &str)] = &[
    ("aws-cn", "console.amazonaws.cn"),
    ("aws-us-gov", "console.amazonaws-us-gov.com"),
    ("aws-eusc", "console.amazonaws-eusc.eu"),
];
