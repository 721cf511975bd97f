//! A value still contains a placeholder that the user typed or pasted.

use crate::facts::sources;
use crate::fields::{Blank, FIELDS, Field, Kind, RowValue};
use crate::finding::{Edit, Fix, Severity, short};
use crate::rules::placeholder;
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// `placeholder-left`
pub const RULE: Rule = Rule {
    id: "placeholder-left",
    severity: Severity::Error,
    what: "A value still holds a placeholder.",
    consequence: "AWS refuses most placeholders (*The subnet ID '<SUBNET>' does not exist*); the others reach the delegate, which then cannot register.",
    source: sources::ON_ECS,
    check: |subject, problems| {
        for field in FIELDS.iter().copied() {
            if subject.reading.is_touched(field.key) && subject.applies(field) {
                of_field(subject, field, problems);
            }
        }
    },
    fires: "delegate_name=<DELEGATE_NAME>",
    quiet: "delegate_name=build-blue",
};

fn of_field(subject: &Subject, field: &'static Field, problems: &mut Vec<Problem>) {
    let config = subject.config;
    // The fix clears only a required field, which is then listed as missing. In any other field, a blank has a meaning
    // that the user did not choose.
    let is_required = matches!(field.blank, Blank::Required { .. });
    match &field.kind {
        Kind::Identifier(slot) | Kind::Secret(slot) => {
            let Some(found) = (slot.get)(config).typed().and_then(placeholder::of_identifier) else {
                return;
            };
            let message = if field.is_secret() {
                "It still holds a placeholder.".to_owned()
            } else {
                format!("It still holds the placeholder `{}`.", short(found))
            };
            let fix = is_required.then(|| Fix::clear("Clear it", field));
            problems.push(Problem::new(field, message).fix_if(fix));
        }
        Kind::List(slot) => {
            let items = &(slot.get)(config).items;
            let is_left = |item: &&String| placeholder::of_identifier(item).is_some();
            if let Some(found) = items.iter().find(is_left) {
                let rest: Vec<&str> = items
                    .iter()
                    .filter(|item| !is_left(item))
                    .map(String::as_str)
                    .collect();
                let message = format!("It still holds the placeholder `{}`.", short(found));
                problems.push(
                    Problem::new(field, message)
                        .fix(Fix::new("Take it out", vec![Edit::set(field, rest.join(","))])),
                );
            }
        }
        Kind::FreeText(slot) => {
            if let Some(found) = placeholder::of_free_text((slot.get)(config).as_str()) {
                let message = format!("It still holds the placeholder `{}`.", short(found));
                problems.push(Problem::new(field, message));
            }
        }
        Kind::Rows(rows) => {
            for row in (rows.slot.get)(config) {
                if let Some(found) = of_row(rows.value, &row.value) {
                    let message = format!(
                        "`{}` still holds the placeholder `{}`.",
                        short(&row.name),
                        short(found)
                    );
                    problems.push(Problem::new(field, message).row(row.index));
                }
            }
        }
        Kind::Number(..) | Kind::Flag(_) | Kind::Choice(..) => {}
    }
}

fn of_row(holds: RowValue, value: &str) -> Option<&str> {
    match holds {
        RowValue::Reference => placeholder::of_identifier(value),
        RowValue::Variable | RowValue::Tag => placeholder::of_free_text(value),
    }
}
