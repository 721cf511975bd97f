//! Names of the task definition, cluster, service, container and delegate.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    ("family={255}", "family", &[]),
    ("family={256}", "family", &["family-format"]),
    ("cluster={255}", "cluster", &[]),
    ("cluster={256}", "cluster", &["cluster-name-format"]),
    ("service_name={255}", "service_name", &[]),
    ("service_name={256}", "service_name", &["service-name-format"]),
    (
        "container_name={256}",
        "container_name",
        &["container-name-format"],
    ),
    ("container_name=a.b", "container_name", &["container-name-format"]),
    ("delegate_name={63}", "delegate_name", &[]),
    ("delegate_name={64}", "delegate_name", &["delegate-name-format"]),
    (
        "way=terraform&terraform_source=module&delegate_name={26}",
        "delegate_name",
        &[],
    ),
    (
        "way=terraform&terraform_source=module&delegate_name={27}",
        "delegate_name",
        &["tf-module-name-length"],
    ),
    (
        "way=terraform&terraform_source=standalone&delegate_name={27}",
        "delegate_name",
        &[],
    ),
    (
        "way=cli&terraform_source=module&delegate_name={27}",
        "delegate_name",
        &[],
    ),
    (
        "start=docs&launch_type=EC2&delegate_name=a.b",
        "container_name",
        &["container-name-format"],
    ),
    (
        "start=docs&launch_type=EC2&delegate_name=<X>",
        "container_name",
        &[],
    ),
];
