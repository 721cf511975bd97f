//! The capacity provider does not match the launch type.

use crate::aws::names;
use crate::facts::fargate::CAPACITY_PROVIDERS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `launch-type-compat`
pub const RULE: Rule = Rule {
    id: "launch-type-compat",
    severity: Severity::Error,
    what: "The capacity provider does not go with the launch type.",
    consequence: "`create-service` fails: *Task definition does not support launch_type FARGATE.* (or EC2).",
    source: sources::CAPACITY,
    check: |subject, problems| {
        let field = &fields::CAPACITY;
        let Some(name) = subject.typed(field) else { return };
        let is_fargate = subject.config.is_fargate();
        let is_aws = CAPACITY_PROVIDERS.contains(&name);
        let is_own = !is_aws && names::is_own_capacity_provider(name);
        let message = match is_fargate {
            true if is_own => format!(
                "`{}` is a provider of instances; the launch type is Fargate.",
                short(name)
            ),
            false if is_aws => format!("`{name}` is Fargate; the launch type is EC2."),
            _ => return,
        };
        problems.push(Problem::new(field, message).fix(Fix::clear("Use the launch type", field)));
    },
    fires: "launch_type=EC2&capacity=FARGATE_SPOT",
    quiet: "launch_type=FARGATE&capacity=FARGATE",
};
