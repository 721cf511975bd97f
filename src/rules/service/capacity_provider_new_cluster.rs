//! A new cluster does not have the user's own capacity provider.

use crate::facts::fargate::CAPACITY_PROVIDERS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `capacity-provider-new-cluster`
pub const RULE: Rule = Rule {
    id: "capacity-provider-new-cluster",
    severity: Severity::Warning,
    what: "A cluster that is created has no capacity provider of instances.",
    consequence: "If the cluster is new, `create-service` fails: *The specified capacity provider … was not found*. A provider of instances is added to a cluster that exists.",
    source: sources::CAPACITY,
    check: |subject, problems| {
        let config = subject.config;
        let Some(provider) = subject.typed(&fields::CAPACITY) else {
            return;
        };
        let is_of_instances = !config.is_fargate() && !CAPACITY_PROVIDERS.contains(&provider);
        if is_of_instances && config.create_cluster {
            let message = format!("A new cluster does not have `{}`.", short(provider));
            let fix = Fix::set("The cluster exists already", &fields::CREATE_CLUSTER, "false");
            problems.push(Problem::new(&fields::CAPACITY, message).fix(fix));
        }
    },
    fires: "launch_type=EC2&capacity=large-instances",
    quiet: "launch_type=EC2&capacity=large-instances&create_cluster=false",
};
