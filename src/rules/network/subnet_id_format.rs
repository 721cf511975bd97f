//! What was given is no subnet's ID.

use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Rule, links};

/// `subnet-id-format`
pub static RULE: Rule = Rule {
    id: "subnet-id-format",
    severity: Severity::Error,
    what: native("A subnet's ID is malformed."),
    consequence: "`create-service` fails: *The subnet ID '…' does not exist*.",
    source: links::SERVICE,
    check: |subject, problems| super::judge_ids(subject, &fields::SUBNETS, "subnet-", "subnet", problems),
    fires: native("subnets=subnet-0a1b2c3d,vpc-0a1b2c3d"),
    quiet: native("subnets=subnet-0a1b2c3d,subnet-0a1b2c3d4e5f67890"),
};
