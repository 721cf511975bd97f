//! A security group ID is malformed.

use super::list::judge_ids;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `sg-id-format`
pub const RULE: Rule = Rule {
    id: "sg-id-format",
    severity: Severity::Error,
    what: "A security group's ID is malformed.",
    consequence: "`create-service` fails: *The security group '…' does not exist*. ECS wants the ID, not the group's name.",
    source: sources::SERVICE,
    check: |subject, problems| {
        judge_ids(
            subject,
            &fields::SECURITY_GROUPS,
            "sg-",
            "security group",
            problems,
        );
    },
    fires: "security_groups=default",
    quiet: "security_groups=sg-0a1b2c3d",
};
