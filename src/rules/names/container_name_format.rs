//! ECS does not allow this container name. The documentation's EC2 sample names the container after the delegate, whose
//! name can contain dots.

use super::judge::judge;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `container-name-format`
pub const RULE: Rule = Rule {
    id: "container-name-format",
    severity: Severity::Error,
    what: "The container's name is not 1 to 255 letters, digits, `-` and `_`.",
    consequence: "`register-task-definition` fails: *Container.name contains invalid characters.*",
    source: sources::TASK,
    check: |subject, problems| judge(subject, &fields::CONTAINER_NAME, problems),
    fires: "start=docs&launch_type=EC2&delegate_name=build.blue",
    quiet: "start=docs&launch_type=FARGATE&delegate_name=build.blue",
};
