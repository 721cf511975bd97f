//! ECS does not allow this service name.

use super::judge::judge;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `service-name-format`
pub const RULE: Rule = Rule {
    id: "service-name-format",
    severity: Severity::Error,
    what: "The service's name is not 1 to 255 letters, digits, `-` and `_`.",
    consequence: "`create-service` fails with *InvalidParameterException*. Roles and log group are named after it too.",
    source: sources::SERVICE,
    check: |subject, problems| judge(subject, &fields::SERVICE_NAME, problems),
    fires: "service_name=build+blue",
    quiet: "service_name=build_blue",
};
