//! Too many security groups, or one of them twice.

use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Rule, links};

/// `sg-count`
pub static RULE: Rule = Rule {
    id: "sg-count",
    severity: Severity::Error,
    what: native("More than 5 security groups, or one of them twice."),
    consequence: "`create-service` fails with *InvalidParameterException*.",
    source: links::SERVICE,
    check: |subject, problems| {
        super::judge_count(subject, &fields::SECURITY_GROUPS, 5, "security groups", problems);
    },
    fires: native("security_groups=sg-0a1b2c3d,sg-0a1b2c3d"),
    quiet: native("security_groups=sg-0a1b2c30,sg-0a1b2c31,sg-0a1b2c32,sg-0a1b2c33,sg-0a1b2c34"),
};
