//! A text has more than the value: it was pasted with the name in front of it, with quotes, or with the rest of a line.

use super::paste::{Meant, Pasted};
use crate::config::Config;
use crate::facts::sources;
use crate::fields::{Field, Kind};
use crate::finding::{Edit, Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;
use crate::secrecy::SecretText;

/// `pasted-text`
pub const RULE: Rule = Rule {
    id: "pasted-text",
    severity: Severity::Error,
    what: "A text has more than the value, such as the name of the variable in front of it, or quotes around it.",
    consequence: "AWS and the delegate read the whole text as the value: AWS rejects it, or the delegate cannot register.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        problems.extend(subject.pasted.iter().map(|pasted| problem(subject, pasted)));
    },
    fires: "delegate_name=DELEGATE_NAME=build-blue",
    quiet: "delegate_name=build-blue",
};

fn problem(subject: &Subject, pasted: &Pasted) -> Problem {
    let field = pasted.field;
    let mut secrets = subject.reading.secrets.iter();
    let secret = secrets.find(|secret| secret.field == field.key);
    match (&pasted.meant, secret) {
        // A message about a text with a secret shows nothing of the text.
        (meant, Some(secret)) => Problem::new(field, message_of_secret(field, meant, secret)),
        (Meant::Value(value), None) => {
            let message = format!("Only `{}` is the value. Remove what is around it.", short(value));
            Problem::new(field, message).fix(Fix::set(format!("Use {}", short(value)), field, value.as_str()))
        }
        (Meant::Region(code), None) => {
            let message = format!("The code of this Region is `{code}`.");
            Problem::new(field, message).fix(Fix::set(format!("Use {code}"), field, *code))
        }
        (
            Meant::Other {
                field: other,
                name,
                value,
            },
            None,
        ) => {
            let message = format!("`{}` belongs in the field {}.", short(name), other.label);
            let value = value.as_deref().filter(|_| can_take(subject, other));
            let fix = value.map(|value| {
                Fix::clear(format!("Move it to {}", other.label), field).and(Edit::set(other, value))
            });
            Problem::new(field, message).fix_if(fix)
        }
    }
}

fn message_of_secret(field: &Field, meant: &Meant, secret: &SecretText) -> String {
    // Any text of these fields counts as a secret, so that it holds one is no news.
    let is_of_secret = field.is_secret() || field.names_secret;
    match meant {
        Meant::Other { field: other, .. } if is_of_secret => {
            format!("It belongs in the field {}.", other.label)
        }
        Meant::Other { field: other, .. } => {
            format!(
                "It holds {}. It belongs in the field {}.",
                secret.what(),
                other.label
            )
        }
        _ if is_of_secret => "It has more than the value. Remove what is around the value.".to_owned(),
        _ => format!(
            "It has more than the value, and holds {}. Remove the rest.",
            secret.what()
        ),
    }
}

/// Whether a field has an effect and no text of its own.
fn can_take(subject: &Subject, field: &Field) -> bool {
    subject.applies(field) && is_blank(subject.config, field)
}

fn is_blank(config: &Config, field: &Field) -> bool {
    match &field.kind {
        Kind::Identifier(slot) => (slot.get)(config).is_blank(),
        Kind::List(slot) => (slot.get)(config).is_empty(),
        _ => false,
    }
}
