//! ECS does not allow this cluster name.

use super::judge::judge;
use crate::aws::names;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `cluster-name-format`
pub const RULE: Rule = Rule {
    id: "cluster-name-format",
    severity: Severity::Error,
    what: "The cluster's name is not 1 to 255 letters, digits, `-` and `_`.",
    consequence: "`create-cluster` fails: *Cluster contains invalid characters.* Without it the service fails: *ClusterNotFoundException*.",
    source: sources::CLUSTERS,
    check: |subject, problems| {
        let field = &fields::CLUSTER;
        // The console's copy button copies the ARN.
        let of_arn = subject
            .typed(field)
            .filter(|text| text.starts_with("arn:"))
            .and_then(|arn| arn.split_once(":cluster/"));
        match of_arn {
            Some((_, name)) if names::is_ecs_name(name) => {
                let message = format!("It is an ARN; the name is `{name}`.");
                problems.push(Problem::new(field, message).fix(Fix::set(format!("Use {name}"), field, name)));
            }
            _ => judge(subject, field, problems),
        }
    },
    fires: "cluster=arn:aws:ecs:us-west-2:012345678901:cluster/delegates",
    quiet: "cluster=delegates",
};
