//! The stack creates a cluster without container instances, and waits for a service on it.

use crate::choices::Way;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `cloudformation-ec2-cluster-new`
pub const RULE: Rule = Rule {
    id: "cloudformation-ec2-cluster-new",
    severity: Severity::Warning,
    what: "CloudFormation creates a cluster for EC2, which has no container instances.",
    consequence: "ECS cannot place the tasks (*no container instances were found in your cluster*). The stack waits about three hours for its service, and then rolls back.",
    source: sources::STACK_STUCK,
    check: |subject, problems| {
        let config = subject.config;
        if config.way == Way::CloudFormation && !config.is_fargate() && config.create_cluster {
            let field = &fields::CREATE_CLUSTER;
            let message = "The stack creates an empty cluster; use one that has container instances.";
            let fix = Fix::set("Use a cluster that exists", field, "false");
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "way=cloudformation&launch_type=EC2&create_cluster=true",
    quiet: "way=cloudformation&launch_type=EC2&create_cluster=false",
};
