//! The constraints of AWS and Harness that no rule covers, because the form cannot break them or because something else
//! reports them. The reference lists them.

/// A constraint without a rule.
pub struct Exclusion {
    /// The ID that the rule would have, or what the constraint is about.
    pub what: &'static str,
    /// Why no rule covers it.
    pub why: &'static str,
}

macro_rules! exclusions {
    ($($why:literal: $($what:literal),+;)+) => {
        &[$($(Exclusion { what: $what, why: $why }),+),+]
    };
}

/// Every constraint of AWS and Harness that no rule covers.
pub static EXCLUSIONS: &[Exclusion] = exclusions! {
    "A blank required value is listed as missing, which is no finding.":
        "fargate-size-missing", "tf-module-delegate-image";
    "`does-not-apply` says it: the value is kept in the form and stands in no file.":
        "platform-version-ec2", "ephemeral-ec2", "network-config-forbidden";
    "The documents are typed, and hold AWS's own types.": "task-size-type", "circuit-breaker-shape";
    "The network mode follows from launch type and subnets, and is always one that AWS takes.":
        "fargate-network-mode", "ports-none-mode";
    "The host port is always the container's, or there is none.": "host-port-mismatch";
    "The form has one container, without memory reservation, that is always essential.":
        "memory-reservation-over-memory", "essential-none", "unique container names",
        "sum over several containers", "10 containers";
    "The execution role is derived wherever secrets, logs or Fargate need one.": "execution-role-missing";
    "The log configuration is always the driver awslogs with group, Region and prefix, and never asks the driver to create the group.":
        "log-prefix-missing", "log-required-options", "log-create-group-permission", "log-driver-fargate";
    "The health check is fixed, inside AWS's ranges, with a start period of 300 s.":
        "health-check-range", "health-start-period-short";
    "Launch type and strategy never stand in a file together; the strategy is one provider of weight 1.":
        "launch-type-and-strategy", "strategy-weights";
    "The scheduling strategy is always REPLICA.": "daemon-fargate", "daemon-count";
    "A number that is none, or is below 0, is `unreadable-value`; 0 and 1 have rules of their own.": "desired-count";
    "The value is fixed in the files; as a row of `env` it is `reserved-env`.": "next-gen", "delegate-type";
    "The form has no such member, and the page does not judge an imported one.":
        "readonly-needs-workdir", "volumes, links, privileged, GPU and the like",
        "dependsOn, restartPolicy, environmentFiles, repositoryCredentials", "volume and port mapping names";
    "The policies are generated: the trust policy names no cluster, and no managed policy is attached.":
        "trust-cluster-arn", "managed-policy-arn";
    "The scripts send none, or AWS chooses it.": "clientToken", "load balancers";
    "Only AWS can tell: it needs the account.":
        "all subnets of one VPC", "a service name that is taken", "agent versions";
    "What is created is named after the service and the delegate, made legal and short enough.":
        "secret name", "role name";
};

/// The errors in the documentation's samples that no rule covers: the reason, and their numbers in the collected facts.
pub static ERRATA: &[(&str, &[u32])] = &[
    (
        "The outputs are right by construction, and their tests hold it.",
        &[1, 2, 3, 13, 15, 16, 18, 20, 22, 23, 24, 26, 27, 28, 29, 30, 32],
    ),
    ("Equal memory of task and container is what AWS allows.", &[10]),
];
