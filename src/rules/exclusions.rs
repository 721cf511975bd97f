//! What AWS or Harness would refuse, and no rule covers: since this form cannot express it, or something else says it.

/// A constraint without a rule.
pub struct Exclusion {
    /// The rule's id that it might have had, or where the constraint stands in the facts.
    pub what: &'static str,
    /// Why there is none.
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
        "fargate-size-missing", "network-config-missing", "required-env-missing", "tf-module-delegate-image";
    "`does-not-apply` says it: the value is kept in the form and stands in no file.":
        "platform-version-ec2", "ephemeral-ec2", "network-config-forbidden";
    "The documents are typed, and hold AWS's own types.": "task-size-type", "circuit-breaker-shape";
    "The network mode follows from launch type and subnets, and is always one that AWS takes.":
        "fargate-network-mode", "ports-none-mode";
    "The host port is always the container's, or there is none.": "host-port-mismatch";
    "The form has one container, without memory reservation, that is always essential.":
        "memory-reservation-over-memory", "essential-none", "A1 unique container names",
        "A2 sum over several containers", "A2 10 containers";
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
    "The form has no such member; what an import carries is reported by the import.":
        "fargate-unsupported-field", "readonly-needs-workdir", "A4 volumes, links, privileged, GPU and the like",
        "A5 dependsOn, restartPolicy, environmentFiles, repositoryCredentials", "A1 volume and port mapping names";
    "The policies are generated: the trust policy names no cluster, and no managed policy is attached.":
        "trust-cluster-arn", "managed-policy-arn";
    "The scripts send none, or AWS chooses it.": "A1 clientToken", "A6 load balancers";
    "Only AWS can tell: it needs the account.":
        "A6 all subnets of one VPC", "A6 a service name that is taken", "A6 agent versions";
    "The outputs are right by construction, and their tests hold it.":
        "B1", "B2", "B3", "B13", "B15", "B16", "B18", "B20", "B22", "B23", "B24", "B26", "B27", "B28", "B29", "B30",
        "B32";
    "What is created is named after the service and the delegate, made legal and short enough.":
        "A1 secret name", "A1 role name";
    "Equal memory of task and container is what AWS allows.": "B10";
};
