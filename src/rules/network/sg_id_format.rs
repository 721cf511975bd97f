//! What was given is no security group's ID.

use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Rule, links};

/// `sg-id-format`
pub static RULE: Rule = Rule {
    id: "sg-id-format",
    severity: Severity::Error,
    what: native("A security group's ID is malformed."),
    consequence: "`create-service` fails: *The security group '…' does not exist*. ECS wants the ID, not the group's name.",
    source: links::SERVICE,
    check: |subject, problems| {
        super::judge_ids(
            subject,
            &fields::SECURITY_GROUPS,
            "sg-",
            "security group",
            problems,
        );
    },
    fires: native("security_groups=default"),
    quiet: native("security_groups=sg-0a1b2c3d"),
};
