//! What there is to say of a link.

use crate::fields::Field;
use crate::finding::{Edit, Finding, Fix, Severity};
use std::borrow::Cow;

/// Id of the finding that a link holds a secret.
pub const SECRET_IN_LINK: &str = "secret-in-link";

const DOCS: &str = "https://developer.mozilla.org/docs/Web/API/URLSearchParams";

/// The link is of a version that this page does not know.
pub fn version(given: &str, known: &str) -> Finding {
    warning(
        "unknown-key",
        Cow::Borrowed("v"),
        format!("The link has version `{given}`; this page knows version {known} and reads it as that."),
        "Fields that a newer page has are left out.",
    )
}

/// The link has a parameter that is not a field.
pub fn unknown_key(key: &str) -> Finding {
    let key: String = key.chars().take(80).collect();
    let message = format!("The link has `{key}`, which is no field of this page; it was ignored.");
    warning(
        "unknown-key",
        Cow::Owned(key),
        message,
        "What the link meant to set is not in the form.",
    )
}

/// The link holds a secret, which was taken into the form or ignored.
pub fn secret(field: &'static Field, is_taken: bool) -> Finding {
    let message = if is_taken {
        format!(
            "The link held a secret ({}). It is in the form, and was removed from the address bar.",
            field.label
        )
    } else {
        format!("The link held a secret ({}). It was ignored.", field.label)
    };
    let consequence = "Whoever saw the link, and every log and history that it passed, has the secret: replace it at Harness.";
    warning(SECRET_IN_LINK, Cow::Borrowed(field.key), message, consequence)
}

/// The link is not valid UTF-8 where it gives this field.
pub fn broken(field: &'static Field) -> Finding {
    warning(
        "broken-encoding",
        Cow::Borrowed(field.key),
        "The link is not valid UTF-8 here; what could not be read is shown as \u{FFFD}.".into(),
        "The text is not what the link's author meant.",
    )
}

/// The link gives a field twice.
pub fn repeated(field: &'static Field, first: &str, last: &str) -> Finding {
    let fix = (!field.is_secret()).then(|| Fix {
        title: "Take the first one".into(),
        edits: vec![Edit::set(field, first)],
    });
    let message = match (field.public_text(first), field.public_text(last)) {
        (Some(first), Some(last)) => {
            format!("The link has this twice, `{first}` and `{last}`; the last one counts.")
        }
        _ => "The link has this twice; the last one counts.".into(),
    };
    Finding {
        fix,
        ..warning(
            "repeated-key",
            Cow::Borrowed(field.key),
            message,
            "One of the two was not meant.",
        )
    }
}

/// A warning about a parameter, which leads to what URL parameters are.
pub fn warning(
    rule: &'static str,
    field: Cow<'static, str>,
    message: String,
    consequence: &'static str,
) -> Finding {
    Finding {
        rule,
        severity: Severity::Warning,
        field,
        row: None,
        message,
        consequence,
        link: DOCS,
        fix: None,
    }
}
