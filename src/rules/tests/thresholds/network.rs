//! Subnets, security groups, public IP address, hostname and ports.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    (
        "subnets=subnet-0a1b2c3",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "subnets=subnet-0a1b2c3d4e5f678901",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d",
        "subnets",
        &["ec2-awsvpc"],
    ),
    (
        "launch_type=EC2&security_groups=sg-0a1b2c3d",
        "security_groups",
        &["does-not-apply"],
    ),
    (
        "security_groups=sg-0a1b2c30,sg-0a1b2c31,sg-0a1b2c32,sg-0a1b2c33,sg-0a1b2c34,sg-0a1b2c35",
        "security_groups",
        &["sg-count"],
    ),
    (
        "launch_type=EC2&assign_public_ip=true",
        "assign_public_ip",
        &["does-not-apply"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d&assign_public_ip=true",
        "assign_public_ip",
        &["public-ip-ec2"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d&hostname=a",
        "hostname",
        &["hostname-awsvpc"],
    ),
    ("launch_type=EC2&hostname={63}.{63}.{63}.{61}", "hostname", &[]),
    (
        "launch_type=EC2&hostname={63}.{63}.{63}.{62}",
        "hostname",
        &["hostname-format"],
    ),
    ("launch_type=EC2&hostname={63}", "hostname", &[]),
    ("launch_type=EC2&hostname={64}", "hostname", &["hostname-format"]),
    (
        "launch_type=EC2&container_port=21",
        "container_port",
        &["static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=22",
        "container_port",
        &["reserved-host-port"],
    ),
    (
        "launch_type=EC2&container_port=8080",
        "container_port",
        &["port-8080-unused", "static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=32768",
        "container_port",
        &["ephemeral-host-port", "static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=51681",
        "container_port",
        &["ephemeral-host-port", "static-host-port"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d&container_port=22",
        "container_port",
        &[],
    ),
    ("container_port=0", "container_port", &["port-range"]),
    ("container_port=1", "container_port", &[]),
    ("container_port=65536", "container_port", &["port-range"]),
    (
        "subnets=subnet-0a1b2c3d,subnet-0a1b2c3d",
        "subnets",
        &["public-ip-egress", "subnet-count"],
    ),
    (
        "subnets=subnet-0A1B2C3D,subnet-0a1b2c3e",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "subnets=subnet-0A1B2C3D,x",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "subnets=<SUBNET>,x",
        "subnets",
        &["placeholder-left", "public-ip-egress", "subnet-id-format"],
    ),
    (
        "security_groups=sg-0a1b2c30,sg-0a1b2c31,sg-0a1b2c32,sg-0a1b2c33,sg-0a1b2c34",
        "security_groups",
        &[],
    ),
    (
        "launch_type=EC2&container_port=65535",
        "container_port",
        &["ephemeral-host-port", "static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=65536",
        "container_port",
        &["port-range"],
    ),
];
