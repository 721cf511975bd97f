//! The name of the capacity provider is not valid.

use crate::aws::names;
use crate::facts::fargate::CAPACITY_PROVIDERS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `capacity-name-format`
pub const RULE: Rule = Rule {
    id: "capacity-name-format",
    severity: Severity::Error,
    what: "The capacity provider's name is malformed.",
    consequence: "`create-service` fails: *The specified capacity provider … was not found*. Names have letters, digits, `-` and `_`, and only AWS's own begin with `aws`, `ecs` or `fargate`.",
    source: sources::CAPACITY,
    check: |subject, problems| {
        let field = &fields::CAPACITY;
        let Some(name) = subject
            .typed(field)
            .filter(|name| !CAPACITY_PROVIDERS.contains(name))
        else {
            return;
        };
        if !names::is_own_capacity_provider(name) {
            let upper = name.to_ascii_uppercase().replace('-', "_");
            let is_typo = CAPACITY_PROVIDERS.contains(&upper.as_str()) && subject.config.is_fargate();
            let fix = if is_typo {
                Fix::set(format!("Use {upper}"), field, upper.as_str())
            } else {
                Fix::clear("Use the launch type", field)
            };
            let message = format!(
                "`{}` is neither `FARGATE`, `FARGATE_SPOT` nor a name of your own.",
                short(name)
            );
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "capacity=fargate-spot",
    quiet: "launch_type=EC2&capacity=build-instances",
};
