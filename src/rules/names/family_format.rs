//! ECS does not allow this task definition family.

use super::judge::judge;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `family-format`
pub const RULE: Rule = Rule {
    id: "family-format",
    severity: Severity::Error,
    what: "The family is not 1 to 255 letters, digits, `-` and `_`.",
    consequence: "`register-task-definition` fails: *Family contains invalid characters.*",
    source: sources::TASK,
    check: |subject, problems| judge(subject, &fields::FAMILY, problems),
    fires: "family=build.blue",
    quiet: "family=build_blue-1",
};
