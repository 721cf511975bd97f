//! A field has a value but no effect in this configuration.

use crate::config::Config;
use crate::facts::sources;
use crate::fields::{self, FIELDS, Field, Kind};
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `does-not-apply`
pub const RULE: Rule = Rule {
    id: "does-not-apply",
    severity: Severity::Warning,
    what: "A value was given for a field that has no effect here.",
    consequence: "The value is kept in the form and left out of the files: AWS refuses it here, or nothing reads it.",
    source: sources::SERVICE,
    check: |subject, problems| {
        let config = subject.config;
        // Fields outside the form belong to one way, and keep their value until the user chooses it.
        let fields = FIELDS.iter().filter(|field| !fields::is_of_way(field));
        for field in fields.copied() {
            if subject.reading.is_touched(field.key) && !subject.applies(field) && has_value(config, field) {
                let message = "It has no effect with the other settings, and is left out.";
                problems.push(Problem::new(field, message).fix(Fix::clear("Clear it", field)));
            }
        }
    },
    fires: "launch_type=EC2&platform_version=1.4.0",
    quiet: "launch_type=FARGATE&platform_version=1.4.0",
};

/// Whether the field has a value to clear. A touched field can be blank.
fn has_value(config: &Config, field: &Field) -> bool {
    match &field.kind {
        Kind::Identifier(slot) | Kind::Secret(slot) => !(slot.get)(config).is_blank(),
        Kind::Number(_, slot) => !(slot.get)(config).is_blank(),
        Kind::FreeText(slot) => !(slot.get)(config).is_empty(),
        Kind::List(slot) => !(slot.get)(config).is_empty(),
        Kind::Rows(rows) => !(rows.slot.get)(config).is_empty(),
        // These always have a value: if blank, their default.
        Kind::Flag(_) | Kind::Choice(..) => true,
    }
}
