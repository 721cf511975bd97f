//! The variable belongs to the upgrader of Docker delegates, which does not run on ECS.

use super::rows;
use crate::facts::delegate::UPGRADER_PREFIX;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::rule::Rule;

/// `upgrader-on-ecs`
pub const RULE: Rule = Rule {
    id: "upgrader-on-ecs",
    severity: Severity::Info,
    what: "A variable of the delegate's upgrader.",
    consequence: "Harness's second docker command upgrades delegates on a Docker host; on ECS it does nothing. A new release is a new image here.",
    source: sources::ON_ECS,
    check: |subject, problems| {
        for row in subject
            .rows(&fields::ENV)
            .iter()
            .filter(|row| row.name.starts_with(UPGRADER_PREFIX))
        {
            let message = format!(
                "`{}` has no effect: delegates on ECS are not upgraded by themselves.",
                short(&row.name)
            );
            problems.push(rows::out(subject, &fields::ENV, row, message));
        }
    },
    fires: "env=UPGRADER_WORKLOAD_NAME=docker-delegate",
    quiet: "env=LOGGING_LEVEL=WARN",
};
