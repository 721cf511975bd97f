//! The image. Today is 2026-11-24.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    ("image=harness/delegate:26.04.85000", "image", &["image-expired"]),
    ("image=harness/delegate:26.05.86000", "image", &[]),
    (
        "image=harnesssecure/delegate:25.08.86600",
        "image",
        &["image-expired"],
    ),
    ("image=harness/delegate:3.0.1", "image", &["image-tag"]),
    ("image=acme/delegate:3.0.1", "image", &[]),
    ("image=nginx:1.27", "image", &["image-no-delegate"]),
    ("image=acme/runner:26.10.87203", "image", &[]),
    ("image=acme/harness-runner:7", "image", &[]),
    ("image=acme/delegate:22.12.77802", "image", &[]),
    (
        "image=mirror.example/harness/delegate:22.12.77802",
        "image",
        &["image-expired"],
    ),
    ("image=harness/delegate:26.10.8720", "image", &["image-tag"]),
    ("image=acme/delegate:7", "image", &[]),
    ("image=acme/delegate", "image", &["image-tag"]),
    (
        "image=harness/delegate:26.10.87203.minimal-fips",
        "image",
        &["image-fips"],
    ),
    ("image=a/{253}", "image", &["image-no-delegate", "image-tag"]),
    ("image=a/{254}", "image", &["image-format"]),
    (
        "image=harness/delegate:26.10.87203-fips&manager_url=https://xharness.io",
        "image",
        &[],
    ),
    (
        "image=harness/delegate:26.10.87203-fips&manager_url=https://harness.io",
        "image",
        &["image-fips"],
    ),
    ("image=harness/delegate@sha256:{64}", "image", &["image-format"]),
    (
        "way=terraform&terraform_source=module&image=012345678901.dkr-ecr.us-west-2.on.aws/h/d:26.10.87203",
        "image",
        &["tf-module-ecr"],
    ),
    (
        "image=012345678901.dkr-ecr-fips.us-west-2.on.aws/quay/h/d:26.10.87203",
        "image",
        &["ecr-pull-through"],
    ),
    (
        "image=012345678901.dkr.ecr.us-west-2.amazonaws.com/quay:26.10.87203",
        "image",
        &[],
    ),
    ("image=docker-hub/harness/delegate:26.10.87203", "image", &[]),
    (
        "image=999999999999.dkr-ecr.us-west-2.on.aws/h/d:26.10.87203",
        "image",
        &["ecr-other-account"],
    ),
];
