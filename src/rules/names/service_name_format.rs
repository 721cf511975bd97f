//! The service's name has characters that ECS refuses.

use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Rule, links};

/// `service-name-format`
pub static RULE: Rule = Rule {
    id: "service-name-format",
    severity: Severity::Error,
    what: native("The service's name is not 1 to 255 letters, digits, `-` and `_`."),
    consequence: "`create-service` fails with *InvalidParameterException*. Roles and log group are named after it too.",
    source: links::SERVICE,
    check: |subject, problems| super::judge(subject, &fields::SERVICE_NAME, problems),
    fires: native("service_name=build+blue"),
    quiet: native("service_name=build_blue"),
};
