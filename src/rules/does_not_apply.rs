//! A value was given for a field that has no effect in this configuration.

use super::{Problem, Rule};
use crate::fields::{FIELDS, SERVICE_PARAMETERS};
use crate::finding::{Edit, Fix, Severity};

/// `does-not-apply`
pub static RULE: Rule = Rule {
    id: "does-not-apply",
    severity: Severity::Warning,
    what: "A value was given for a field that has no effect here.",
    consequence: "The value is kept in the form and left out of the files: AWS refuses it here, or nothing reads it.",
    source: SERVICE_PARAMETERS,
    check: |subject, problems| {
        for field in FIELDS.iter().copied() {
            if subject.config.is_touched(field.key) && !(field.applies)(subject.config) {
                let fix = Fix {
                    title: "Clear it".into(),
                    edits: vec![Edit::clear(field)],
                };
                problems.push(
                    Problem::new(
                        field,
                        "It has no effect with the other settings, and is left out.",
                    )
                    .fix(fix),
                );
            }
        }
    },
    fires: "launch_type=EC2&platform_version=1.4.0",
    quiet: "launch_type=FARGATE&platform_version=1.4.0",
};
