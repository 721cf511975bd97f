//! Too many security groups, or one of them twice.

use super::list::judge_count;
use crate::facts::ecs::SECURITY_GROUPS_MAX;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `sg-count`
pub const RULE: Rule = Rule {
    id: "sg-count",
    severity: Severity::Error,
    what: "More than 5 security groups, or one of them twice.",
    consequence: "`create-service` fails with *InvalidParameterException*.",
    source: sources::SERVICE,
    check: |subject, problems| {
        judge_count(
            subject,
            &fields::SECURITY_GROUPS,
            SECURITY_GROUPS_MAX,
            "security groups",
            problems,
        );
    },
    fires: "security_groups=sg-0a1b2c3d,sg-0a1b2c3d",
    quiet: "security_groups=sg-0a1b2c30,sg-0a1b2c31,sg-0a1b2c32,sg-0a1b2c33,sg-0a1b2c34",
};
