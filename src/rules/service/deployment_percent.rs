//! ECS does not accept the percentages of a deployment.

use crate::facts::ecs::{
    MAXIMUM_PERCENT, MAXIMUM_PERCENT_MIN, MINIMUM_HEALTHY_PERCENT, MINIMUM_HEALTHY_PERCENT_MAX,
};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `deployment-percent`
pub const RULE: Rule = Rule {
    id: "deployment-percent",
    severity: Severity::Error,
    what: "The percentages of a deployment are out of range, or leave it no room.",
    consequence: "`create-service` fails: *must be at most 100*, *must be at least 100*, or *Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments*.",
    source: sources::SERVICE,
    check: |subject, problems| {
        let (min, max) = (&fields::MINIMUM_HEALTHY_PERCENT, &fields::MAXIMUM_PERCENT);
        let (low, high) = (subject.number(min), subject.number(max));
        let defaults = || {
            Fix::new(
                format!("Use ECS's own {MINIMUM_HEALTHY_PERCENT} and {MAXIMUM_PERCENT}"),
                vec![Edit::clear(min), Edit::clear(max)],
            )
        };
        if let Some(low) = low.filter(|low| *low > MINIMUM_HEALTHY_PERCENT_MAX) {
            problems.push(
                Problem::new(
                    min,
                    format!("`{low}` percent; at most `{MINIMUM_HEALTHY_PERCENT_MAX}`."),
                )
                .fix(defaults()),
            );
        }
        if let Some(high) = high.filter(|high| *high < MAXIMUM_PERCENT_MIN) {
            problems.push(
                Problem::new(
                    max,
                    format!("`{high}` percent; at least `{MAXIMUM_PERCENT_MIN}`."),
                )
                .fix(defaults()),
            );
        }
        let low = low.unwrap_or(MINIMUM_HEALTHY_PERCENT);
        if low == MINIMUM_HEALTHY_PERCENT_MAX && high == Some(MAXIMUM_PERCENT_MIN) {
            problems.push(Problem::new(max, "Minimum and maximum are both `100` percent.").fix(defaults()));
        }
    },
    fires: "maximum_percent=100",
    quiet: "maximum_percent=100&minimum_healthy_percent=0",
};
