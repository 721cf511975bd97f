//! CPU, memory and storage.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    ("cpu=256&memory=512", "memory", &["delegate-too-small"]),
    ("cpu=256&memory=2048", "memory", &[]),
    ("cpu=256&memory=3072", "memory", &["fargate-size-pair"]),
    ("cpu=16384&memory=122880", "memory", &[]),
    ("cpu=16384&memory=131072", "memory", &["fargate-size-pair"]),
    ("cpu=32768&memory=131072", "cpu", &["fargate-size-pair"]),
    ("cpu=1024&memory=", "cpu", &[]),
    ("cpu=1000&memory=", "cpu", &["fargate-size-pair"]),
    ("launch_type=EC2&cpu=1000&memory=3000", "cpu", &[]),
    (
        "launch_type=EC2&cpu=127",
        "cpu",
        &["ec2-cpu-range", "delegate-too-small"],
    ),
    ("launch_type=EC2&cpu=196608", "cpu", &[]),
    ("launch_type=EC2&cpu=196609", "cpu", &["ec2-cpu-range"]),
    ("launch_type=EC2&cpu=511", "cpu", &["delegate-too-small"]),
    ("launch_type=EC2&cpu=512", "cpu", &[]),
    ("launch_type=EC2&memory=2047", "memory", &["delegate-too-small"]),
    ("launch_type=EC2&memory=2048", "memory", &[]),
    ("launch_type=EC2&memory=5", "memory", &["container-memory-min"]),
    ("launch_type=EC2&memory=6", "memory", &["delegate-too-small"]),
    ("launch_type=EC2&memory=", "memory", &["ec2-memory-missing"]),
    ("container_memory=2048", "container_memory", &[]),
    (
        "container_memory=2049",
        "container_memory",
        &["container-memory-over-task"],
    ),
    (
        "container_memory=2047",
        "container_memory",
        &["delegate-too-small"],
    ),
    ("memory=4096&container_memory=3840", "container_memory", &[]),
    (
        "memory=4096&container_memory=3839",
        "container_memory",
        &["memory-unreachable"],
    ),
    ("container_cpu=1024", "container_cpu", &[]),
    (
        "container_cpu=1025",
        "container_cpu",
        &["container-cpu-over-task"],
    ),
    ("container_cpu=1", "container_cpu", &["container-cpu-one"]),
    ("container_cpu=2", "container_cpu", &[]),
    ("ephemeral_storage=20", "ephemeral_storage", &["ephemeral-range"]),
    ("ephemeral_storage=21", "ephemeral_storage", &[]),
    ("ephemeral_storage=200", "ephemeral_storage", &[]),
    ("ephemeral_storage=201", "ephemeral_storage", &["ephemeral-range"]),
    (
        "launch_type=EC2&ephemeral_storage=5",
        "ephemeral_storage",
        &["does-not-apply"],
    ),
];
