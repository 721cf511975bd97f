//! A new cluster has no container instances.

use crate::choices::Way;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `ec2-cluster-empty`
pub const RULE: Rule = Rule {
    id: "ec2-cluster-empty",
    severity: Severity::Info,
    what: "EC2 with a cluster that is created if there is none.",
    consequence: "A new cluster has no container instances: the service stays at 0 running tasks, with *no container instances were found in your cluster* in its events.",
    source: sources::CAPACITY,
    check: |subject, problems| {
        let config = subject.config;
        // In that way, a warning says it.
        let is_stack = config.way == Way::CloudFormation;
        if !is_stack && !config.is_fargate() && config.create_cluster {
            let message = "If the cluster is new, add container instances to it first.";
            problems.push(Problem::new(&fields::CREATE_CLUSTER, message));
        }
    },
    fires: "launch_type=EC2&create_cluster=true",
    quiet: "launch_type=EC2&create_cluster=false",
};
