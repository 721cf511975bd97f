//! Tasks on EC2 cannot have a public IP address.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `public-ip-ec2`
pub const RULE: Rule = Rule {
    id: "public-ip-ec2",
    severity: Severity::Error,
    what: "A public IP address on EC2.",
    consequence: "`create-service` fails: *Assign public IP is not supported for this launch type.*",
    source: sources::SERVICE,
    check: |subject, problems| {
        let config = subject.config;
        if !config.is_fargate() && config.is_awsvpc() && config.assign_public_ip {
            let field = &fields::ASSIGN_PUBLIC_IP;
            let message =
                "Only tasks on Fargate get a public address; on EC2 they go out through a NAT gateway.";
            problems.push(Problem::new(field, message).fix(Fix::set("Assign none", field, "false")));
        }
    },
    fires: "launch_type=EC2&subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d&assign_public_ip=true",
    quiet: "launch_type=EC2&subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d",
};
