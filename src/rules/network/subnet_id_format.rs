//! A subnet ID is malformed.

use super::list::judge_ids;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `subnet-id-format`
pub const RULE: Rule = Rule {
    id: "subnet-id-format",
    severity: Severity::Error,
    what: "A subnet's ID is malformed.",
    consequence: "`create-service` fails: *The subnet ID '…' does not exist*.",
    source: sources::SERVICE,
    check: |subject, problems| judge_ids(subject, &fields::SUBNETS, "subnet-", "subnet", problems),
    fires: "subnets=subnet-0a1b2c3d,vpc-0a1b2c3d",
    quiet: "subnets=subnet-0a1b2c3d,subnet-0a1b2c3d4e5f67890",
};
