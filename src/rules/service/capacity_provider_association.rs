//! A service can use a capacity provider only if its cluster has the provider.

use crate::choices::Way;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `capacity-provider-association`
pub const RULE: Rule = Rule {
    id: "capacity-provider-association",
    severity: Severity::Info,
    what: "The cluster is yours already, and must have the capacity provider.",
    consequence: "Otherwise `create-service` fails: *The capacity provider … is not associated with the cluster*. `aws ecs put-cluster-capacity-providers` adds it.",
    source: sources::CAPACITY,
    check: |subject, problems| {
        let field = &fields::CAPACITY;
        let config = subject.config;
        let is_taken_over = config.way == Way::Terraform && config.terraform_import;
        if subject.typed(field).is_some() && (!config.create_cluster || is_taken_over) {
            let message = "Check that the cluster has this provider (aws ecs describe-clusters).";
            problems.push(Problem::new(field, message));
        }
    },
    fires: "capacity=FARGATE_SPOT&create_cluster=false",
    quiet: "capacity=FARGATE_SPOT",
};
