//! Too many subnets, or one of them twice.

use super::list::judge_count;
use crate::facts::ecs::SUBNETS_MAX;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `subnet-count`
pub const RULE: Rule = Rule {
    id: "subnet-count",
    severity: Severity::Error,
    what: "More than 16 subnets, or one of them twice.",
    consequence: "`create-service` fails with *InvalidParameterException*.",
    source: sources::SERVICE,
    check: |subject, problems| judge_count(subject, &fields::SUBNETS, SUBNETS_MAX, "subnets", problems),
    fires: "subnets=subnet-0a1b2c3d,subnet-0a1b2c3d",
    quiet: "subnets=subnet-0a1b2c3d,subnet-0a1b2c3e",
};
