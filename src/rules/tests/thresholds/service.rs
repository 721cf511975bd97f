//! Stop timeout, tasks, deployment, platform version, capacity and ECS Exec.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    ("stop_timeout=1", "stop_timeout", &["stop-timeout-range"]),
    ("stop_timeout=2", "stop_timeout", &["stop-timeout-short"]),
    ("stop_timeout=", "stop_timeout", &["stop-timeout-short"]),
    ("stop_timeout=121", "stop_timeout", &["stop-timeout-range"]),
    (
        "launch_type=EC2&stop_timeout=1",
        "stop_timeout",
        &["stop-timeout-short"],
    ),
    (
        "launch_type=EC2&stop_timeout=121",
        "stop_timeout",
        &["stop-timeout-long-ec2"],
    ),
    ("desired_count=0", "desired_count", &["desired-count-zero"]),
    ("desired_count=1", "desired_count", &["desired-count-one"]),
    ("desired_count=2", "desired_count", &[]),
    ("minimum_healthy_percent=100", "minimum_healthy_percent", &[]),
    (
        "minimum_healthy_percent=101",
        "minimum_healthy_percent",
        &["deployment-percent"],
    ),
    ("maximum_percent=99", "maximum_percent", &["deployment-percent"]),
    ("maximum_percent=100", "maximum_percent", &["deployment-percent"]),
    (
        "maximum_percent=100&minimum_healthy_percent=99",
        "maximum_percent",
        &["deployment-blocked"],
    ),
    (
        "maximum_percent=100&minimum_healthy_percent=99&desired_count=100",
        "maximum_percent",
        &[],
    ),
    ("maximum_percent=199", "maximum_percent", &["deployment-blocked"]),
    ("maximum_percent=200", "maximum_percent", &[]),
    (
        "maximum_percent=149&desired_count=2",
        "maximum_percent",
        &["deployment-blocked"],
    ),
    ("maximum_percent=150&desired_count=2", "maximum_percent", &[]),
    (
        "platform_version=1.3.0",
        "platform_version",
        &["platform-version-old-hint"],
    ),
    ("platform_version=1.4.0", "platform_version", &[]),
    (
        "platform_version=1.3.0&cpu=4096&memory=8192",
        "platform_version",
        &["platform-version-old-hint"],
    ),
    (
        "platform_version=1.3.0&cpu=8192&memory=16384",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&enable_execute_command=true",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.4",
        "platform_version",
        &["platform-version-format"],
    ),
    (
        "launch_type=EC2&platform_version=1.3.0",
        "platform_version",
        &["does-not-apply"],
    ),
    ("capacity=mine", "capacity", &["launch-type-compat"]),
    (
        "launch_type=EC2&capacity=mine",
        "capacity",
        &["capacity-provider-new-cluster"],
    ),
    (
        "launch_type=EC2&capacity=mine&create_cluster=false",
        "capacity",
        &["capacity-provider-association"],
    ),
    (
        "launch_type=EC2&capacity=awsmine",
        "capacity",
        &["capacity-name-format", "capacity-provider-new-cluster"],
    ),
    (
        "launch_type=EC2&capacity=FARGATE",
        "capacity",
        &["launch-type-compat"],
    ),
    (
        "enable_execute_command=true&create_roles=false&task_role_arn=arn:aws:iam::012345678901:role/x",
        "enable_execute_command",
        &[],
    ),
    (
        "platform_version=1.3.0&architecture=ARM64",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&ephemeral_storage=50",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&secret_env=A=arn:aws:secretsmanager:us-west-2:012345678901:secret:a-d4E5f6:k",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&secret_env=A=arn:aws:secretsmanager:us-west-2:012345678901:secret:a-d4E5f6:::",
        "platform_version",
        &["platform-version-old-hint"],
    ),
    (
        "platform_version=1.4.0.0",
        "platform_version",
        &["platform-version-format"],
    ),
    (
        "minimum_healthy_percent=101&maximum_percent=150",
        "maximum_percent",
        &[],
    ),
    (
        "minimum_healthy_percent=99&maximum_percent=100&desired_count=99",
        "maximum_percent",
        &["deployment-blocked"],
    ),
    (
        "minimum_healthy_percent=50&maximum_percent=100&desired_count=2",
        "maximum_percent",
        &[],
    ),
    ("desired_count=0&maximum_percent=150", "maximum_percent", &[]),
    ("capacity=fargate_spot", "capacity", &["capacity-name-format"]),
    (
        "launch_type=EC2&capacity=fargate_spot",
        "capacity",
        &["capacity-name-format", "capacity-provider-new-cluster"],
    ),
    ("capacity=a.b", "capacity", &["capacity-name-format"]),
    ("capacity=ecs-a", "capacity", &["capacity-name-format"]),
];
