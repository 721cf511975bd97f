//! The upgrader of Docker delegates, which ECS has no use for.

use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::native;
use crate::rules::{Rule, links};

/// `upgrader-on-ecs`
pub static RULE: Rule = Rule {
    id: "upgrader-on-ecs",
    severity: Severity::Info,
    what: native("A variable of the delegate's upgrader."),
    consequence: "Harness's second docker command upgrades delegates on a Docker host; on ECS it does nothing. A new release is a new image here.",
    source: links::ON_ECS,
    check: |subject, problems| {
        for row in subject
            .rows(&fields::ENV)
            .iter()
            .filter(|row| row.name.starts_with("UPGRADER_"))
        {
            let message = format!(
                "`{}` has no effect: delegates on ECS are not upgraded by themselves.",
                short(&row.name)
            );
            problems.push(super::out(subject, &fields::ENV, row, message));
        }
    },
    fires: native("env=UPGRADER_WORKLOAD_NAME=docker-delegate"),
    quiet: native("env=LOGGING_LEVEL=WARN"),
};
