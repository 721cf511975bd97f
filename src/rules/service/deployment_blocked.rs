//! The percentages are valid, but with so few replicas they block deployments.

use crate::facts::ecs::{
    MAXIMUM_PERCENT, MAXIMUM_PERCENT_MIN, MINIMUM_HEALTHY_PERCENT, MINIMUM_HEALTHY_PERCENT_MAX,
};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `deployment-blocked`
pub const RULE: Rule = Rule {
    id: "deployment-blocked",
    severity: Severity::Warning,
    what: "With so few replicas the percentages let ECS neither start nor stop a task.",
    consequence: "ECS rounds the maximum down and the minimum up: every later deployment waits for ever with the old task running.",
    source: sources::SERVICE,
    check: |subject, problems| {
        let (min, max) = (&fields::MINIMUM_HEALTHY_PERCENT, &fields::MAXIMUM_PERCENT);
        let (low, high) = (
            subject.number(min).unwrap_or(MINIMUM_HEALTHY_PERCENT),
            subject.number(max).unwrap_or(MAXIMUM_PERCENT),
        );
        let Some(count @ 1..) = subject.config.desired_count.number() else {
            return;
        };
        let is_refused = low > MINIMUM_HEALTHY_PERCENT_MAX || high < MAXIMUM_PERCENT_MIN;
        if is_refused || (low == MINIMUM_HEALTHY_PERCENT_MAX && high == MAXIMUM_PERCENT_MIN) {
            return;
        }
        let may_start = count.saturating_mul(high) / 100 > count;
        let may_stop = count.saturating_mul(low).div_ceil(100) < count;
        if !may_start && !may_stop {
            let field = if subject.number(max).is_some() { max } else { min };
            let message =
                format!("With `{count}` replica(s), `{low}` to `{high}` percent is exactly `{count}`.");
            let fix = Fix::new(
                format!("Use ECS's own {MINIMUM_HEALTHY_PERCENT} and {MAXIMUM_PERCENT}"),
                vec![Edit::clear(min), Edit::clear(max)],
            );
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "maximum_percent=199",
    quiet: "maximum_percent=150&desired_count=2",
};
