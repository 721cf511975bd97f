//! A text in the template looks like a dynamic reference, which CloudFormation replaces with a value.

use crate::choices::Way;
use crate::facts::cloudformation::DYNAMIC_REFERENCE;
use crate::facts::sources;
use crate::fields::{self, FIELDS, Field, Kind};
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// Fields whose text is not in the template: it refers to the Region and the account of the stack, and does not contain
/// its own URL.
const OUTSIDE: &[&Field] = &[&fields::REGION, &fields::AWS_ACCOUNT_ID, &fields::TEMPLATE_URL];

/// `dynamic-reference`
pub const RULE: Rule = Rule {
    id: "dynamic-reference",
    severity: Severity::Warning,
    what: "CloudFormation takes a text for a dynamic reference.",
    consequence: "CloudFormation replaces the reference with a value of Parameter Store or Secrets Manager, and has no way to write it literally. A secret's value is then in the task definition in plain text.",
    source: sources::DYNAMIC_REFERENCES,
    check: |subject, problems| {
        if subject.config.way != Way::CloudFormation {
            return;
        }
        let message =
            format!("CloudFormation replaces `{DYNAMIC_REFERENCE}…}}}}`; only the other ways keep the text.");
        for field in FIELDS.iter().copied() {
            if !subject.applies(field) || OUTSIDE.contains(&field) {
                continue;
            }
            let problem = || Problem::new(field, message.as_str());
            problems.extend(places(subject, field).map(|row| problem().row_if(row)));
        }
    },
    fires: "way=cloudformation&env=X=%7B%7Bresolve:ssm:/x%7D%7D",
    quiet: "way=terraform&env=X=%7B%7Bresolve:ssm:/x%7D%7D",
};

/// Returns an item for each text of the field that contains a reference: the index of its row, if the field has rows.
fn places(subject: &Subject, field: &Field) -> std::vec::IntoIter<Option<usize>> {
    let config = subject.config;
    let is_reference = |text: &str| text.contains(DYNAMIC_REFERENCE);
    let whole = |is_reference: bool| if is_reference { vec![None] } else { vec![] };
    let places = match &field.kind {
        Kind::Identifier(slot) | Kind::Secret(slot) => {
            whole((slot.get)(config).typed().is_some_and(is_reference))
        }
        Kind::FreeText(slot) => whole(is_reference((slot.get)(config).as_str())),
        Kind::List(slot) => whole((slot.get)(config).items.iter().any(|item| is_reference(item))),
        Kind::Rows(rows) => {
            let rows = (rows.slot.get)(config).iter();
            let rows = rows.filter(|row| is_reference(&row.name) || is_reference(&row.value));
            rows.map(|row| Some(row.index)).collect()
        }
        Kind::Number(..) | Kind::Flag(_) | Kind::Choice(..) => vec![],
    };
    places.into_iter()
}
