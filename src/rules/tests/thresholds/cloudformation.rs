//! What only a stack has to fear.

use super::case::Case;

const BREAKER: &str = "cloudformation-circuit-breaker-off";

pub(super) const CASES: &[Case] = &[
    (
        "way=cloudformation&circuit_breaker=false",
        "circuit_breaker",
        &[BREAKER],
    ),
    ("way=cloudformation&start=docs", "circuit_breaker", &[BREAKER]),
    ("way=cloudformation", "circuit_breaker", &[]),
    ("way=script&circuit_breaker=false", "circuit_breaker", &[]),
    (
        "way=cloudformation&launch_type=EC2",
        "create_cluster",
        &["cloudformation-ec2-cluster-new"],
    ),
    (
        "way=cloudformation&launch_type=EC2&create_cluster=false",
        "create_cluster",
        &[],
    ),
    ("launch_type=EC2", "create_cluster", &["ec2-cluster-empty"]),
    (
        "way=cloudformation&init_script=%7B%7Bresolve:a",
        "init_script",
        &["dynamic-reference"],
    ),
    (
        "way=cloudformation&tags=%7B%7Bresolve:a=b",
        "tags",
        &["dynamic-reference", "tags-invalid"],
    ),
    ("way=cloudformation&init_script=%7Bresolve:a", "init_script", &[]),
    ("way=cli&init_script=%7B%7Bresolve:a", "init_script", &[]),
];
