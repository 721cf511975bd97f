//! The subnets must be public or private to match the public IP address, which the page cannot check.

use crate::aws::image::Image;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `public-ip-egress`
pub const RULE: Rule = Rule {
    id: "public-ip-egress",
    severity: Severity::Info,
    what: "The subnets must lead to the internet in the way that the public address implies.",
    consequence: "Otherwise tasks stop with *CannotPullContainerError* or *ResourceInitializationError: unable to pull secrets or registry auth*, and the service stays at 0 running tasks.",
    source: sources::NETWORK,
    check: |subject, problems| {
        let config = subject.config;
        if config.is_fargate() && !subject.items(&fields::SUBNETS).is_empty() {
            let is_in_ecr = config
                .image
                .typed()
                .is_some_and(|image| Image::parse(image).ecr().is_some());
            let message = if config.assign_public_ip {
                "With a public address the subnets must be public ones: a route to an internet gateway."
            } else if !is_in_ecr {
                "Without a public address the subnets need a route to a NAT gateway: Fargate pulls no image through a proxy."
            } else if config.proxy_host.is_blank() {
                "Without a public address the subnets need a route to a NAT gateway."
            } else {
                "Without a public address the subnets need a route to a NAT gateway, or endpoints for ECR, S3, Secrets Manager and CloudWatch Logs: only the delegate itself uses the proxy."
            };
            problems.push(Problem::new(&fields::SUBNETS, message));
        }
    },
    fires: "subnets=subnet-0a1b2c3d",
    quiet: "way=script&subnets=",
};
