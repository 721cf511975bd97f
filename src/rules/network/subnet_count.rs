//! Too many subnets, or one of them twice.

use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Rule, links};

/// `subnet-count`
pub static RULE: Rule = Rule {
    id: "subnet-count",
    severity: Severity::Error,
    what: native("More than 16 subnets, or one of them twice."),
    consequence: "`create-service` fails with *InvalidParameterException*.",
    source: links::SERVICE,
    check: |subject, problems| super::judge_count(subject, &fields::SUBNETS, 16, "subnets", problems),
    fires: native("subnets=subnet-0a1b2c3d,subnet-0a1b2c3d"),
    quiet: native("subnets=subnet-0a1b2c3d,subnet-0a1b2c3e"),
};
