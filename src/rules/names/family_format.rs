//! The family's name has characters that ECS refuses.

use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Rule, links};

/// `family-format`
pub static RULE: Rule = Rule {
    id: "family-format",
    severity: Severity::Error,
    what: native("The family is not 1 to 255 letters, digits, `-` and `_`."),
    consequence: "`register-task-definition` fails: *Family contains invalid characters.*",
    source: links::TASK,
    check: |subject, problems| super::judge(subject, &fields::FAMILY, problems),
    fires: native("family=build.blue"),
    quiet: native("family=build_blue-1"),
};
