//! ECS tags the tasks, but the user's tags do not reach them.

use crate::choices::PropagateTags;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `managed-tags-no-propagate`
pub const RULE: Rule = Rule {
    id: "managed-tags-no-propagate",
    severity: Severity::Info,
    what: "ECS managed tags are on, and nothing propagates yours.",
    consequence: "The running tasks, which are what costs, have no tag of yours: cost reports don't show whose they are.",
    source: sources::TAGS,
    check: |subject, problems| {
        let config = subject.config;
        if config.enable_ecs_managed_tags && config.propagate_tags == PropagateTags::None {
            let fix = Fix::set("Propagate the service's", &fields::PROPAGATE_TAGS, "SERVICE");
            problems.push(Problem::new(&fields::PROPAGATE_TAGS, "Your tags don't reach the tasks.").fix(fix));
        }
    },
    fires: "propagate_tags=NONE",
    quiet: "propagate_tags=NONE&enable_ecs_managed_tags=false",
};
