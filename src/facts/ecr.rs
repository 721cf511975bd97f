//! Amazon ECR: the hosts of its registries, and the names of repositories in a pull-through cache.

/// The IP versions of a registry's host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stack {
    /// IPv4 only. The host ends in the DNS suffix of the partition.
    Ipv4,
    /// IPv4 and IPv6. The host ends in [`DUAL_STACK`] or in a row of [`DUAL_STACKS`].
    Dual,
}

/// What is between the account ID and the Region in a registry's host: `012345678901.dkr.ecr.us-west-2.amazonaws.com`.
/// Source: <https://docs.aws.amazon.com/general/latest/gr/ecr.html>, read 2026-11.
pub const HOSTS: &[(&str, Stack)] = &[
    ("dkr.ecr.", Stack::Ipv4),
    ("dkr.ecr-fips.", Stack::Ipv4),
    ("dkr-ecr.", Stack::Dual),
    ("dkr-ecr-fips.", Stack::Dual),
];

/// How the host of a dual-stack registry ends. Source: the same.
pub const DUAL_STACK: &str = "on.aws";

/// The same in the partitions that have their own.
/// Source: the image patterns of the Amazon ECS agent (`TestParseURI` in its package `uri`), read 2026-11; for `aws-eusc`
/// the Public Suffix List, which has `on.amazonwebservices.eu` for its other services; not tried.
pub const DUAL_STACKS: &[(&str, &str)] = &[
    ("aws-cn", "on.amazonwebservices.com.cn"),
    ("aws-iso", "on.aws.ic.gov"),
    ("aws-iso-b", "on.aws.scloud"),
    ("aws-iso-f", "on.aws.hci.ic.gov"),
    ("aws-iso-e", "on.cloud-aws.adc-e.uk"),
    ("aws-eusc", "on.amazonwebservices.eu"),
];

/// The first part of a repository's name in a pull-through cache, as the console suggests it and as the API names the
/// upstream registry.
/// Source: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working.html> and
/// <https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreatePullThroughCacheRule.html>, read 2026-11.
pub const PULL_THROUGH: &[&str] = &[
    "docker-hub",
    "ecr-public",
    "kubernetes",
    "quay",
    "k8s",
    "github-container-registry",
    "gitlab-container-registry",
    "azure-container-registry",
];
