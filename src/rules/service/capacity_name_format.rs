//! The capacity provider's name cannot be one.

use crate::facts::limits;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// Providers that AWS has in every account.
pub const OF_AWS: [&str; 2] = ["FARGATE", "FARGATE_SPOT"];

/// `capacity-name-format`
pub const RULE: Rule = Rule {
    id: "capacity-name-format",
    severity: Severity::Error,
    what: "The capacity provider's name is none.",
    consequence: "`create-service` fails: *The specified capacity provider … was not found*. Names have letters, digits, `-` and `_`, and only AWS's own begin with `aws`, `ecs` or `fargate`.",
    source: links::CAPACITY,
    check: |subject, problems| {
        let field = &fields::CAPACITY;
        let Some(name) = subject.typed(field).filter(|name| !OF_AWS.contains(name)) else {
            return;
        };
        let lower = name.to_ascii_lowercase();
        let is_aws = ["aws", "ecs", "fargate"]
            .into_iter()
            .any(|prefix| lower.starts_with(prefix));
        if is_aws || !limits::is_ecs_name(name) {
            let upper = lower.to_ascii_uppercase().replace('-', "_");
            let is_typo = OF_AWS.contains(&upper.as_str()) && subject.config.is_fargate();
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
