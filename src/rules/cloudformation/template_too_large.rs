//! The template is too large for `aws cloudformation deploy` without an S3 bucket.

use crate::choices::Way;
use crate::facts::cloudformation::TEMPLATE_BYTES;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};
use crate::rules::task_definition::bytes::{bytes, largest};

/// The maximum size of the template without the task definition, in bytes. The exact size is known only when the
/// template is printed: if it is too large, the command has `--s3-bucket` (`outputs::cloudformation`).
const REST: usize = 10_000;

/// `template-too-large`
pub const RULE: Rule = Rule {
    id: "template-too-large",
    severity: Severity::Warning,
    what: "The template may have more than 51200 bytes.",
    consequence: "`aws cloudformation deploy` rejects a larger template (*Templates with a size greater than 51,200 bytes must be deployed via an S3 Bucket*). Its command then needs the name of an S3 bucket of yours.",
    source: sources::STACK_LIMITS,
    check: |subject, problems| {
        if subject.config.way != Way::CloudFormation {
            return;
        }
        let bytes = bytes(subject.deployment);
        if bytes + REST > TEMPLATE_BYTES {
            let message = format!(
                "The task definition alone has `{bytes}` bytes; of a whole template `{TEMPLATE_BYTES}` are taken."
            );
            problems.push(Problem::new(largest(subject), message));
        }
    },
    fires: "way=cloudformation&init_script={42000}",
    quiet: "way=cloudformation&init_script={38000}",
};
