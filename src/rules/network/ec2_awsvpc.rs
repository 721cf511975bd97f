//! On EC2, subnets change the network mode to awsvpc.

use super::port::is_reserved;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `ec2-awsvpc`
pub const RULE: Rule = Rule {
    id: "ec2-awsvpc",
    severity: Severity::Info,
    what: "Subnets on EC2 give every task a network interface of its own.",
    consequence: "The network mode is awsvpc then: each task takes one of the instance's few network interfaces, and leaves through a NAT gateway. Without subnets it is the instance's own bridge.",
    source: sources::AWSVPC,
    check: |subject, problems| {
        let config = subject.config;
        if !config.is_fargate() && config.is_awsvpc() {
            let mut fix = Fix::clear("Use the bridge network", &fields::SUBNETS)
                .and(Edit::clear(&fields::SECURITY_GROUPS))
                .and(Edit::set(&fields::ASSIGN_PUBLIC_IP, "false"));
            // In network mode bridge, the task would need this port of the instance, which is in use.
            if config.container_port.number().is_some_and(is_reserved) {
                fix = fix.and(Edit::clear(&fields::CONTAINER_PORT));
            }
            problems.push(
                Problem::new(
                    &fields::SUBNETS,
                    "With subnets the tasks run in network mode awsvpc.",
                )
                .fix(fix),
            );
        }
    },
    fires: "launch_type=EC2&subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d",
    quiet: "launch_type=EC2",
};
