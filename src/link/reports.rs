//! The findings about a link.

use crate::fields::Field;
use crate::finding::{Finding, Fix};
use crate::notices;

/// The link has a version that this page does not know.
pub fn version(given: &str, known: &str) -> Finding {
    let message =
        format!("The link has version `{given}`; this page knows version {known} and reads it as that.");
    let finding = notices::UNKNOWN_KEY.of_parameter("v", message);
    finding.because("Fields that a newer page has are left out.")
}

/// The link has a parameter that is not a field.
pub fn unknown_key(key: &str) -> Finding {
    let key: String = key.chars().take(80).collect();
    let message = format!("The link has `{key}`, which is no field of this page; it was ignored.");
    notices::UNKNOWN_KEY.of_parameter(key, message)
}

/// The link holds a secret, which the page accepted or ignored.
pub fn secret(field: &'static Field, is_taken: bool) -> Finding {
    let message = if is_taken {
        format!(
            "The link held a secret ({}). It is in the form, and was removed from the address bar.",
            field.label
        )
    } else {
        format!("The link held a secret ({}). It was ignored.", field.label)
    };
    notices::SECRET_IN_LINK.of(field, message)
}

/// The link's text for this field is not valid UTF-8.
pub fn broken(field: &'static Field) -> Finding {
    let message = "The link is not valid UTF-8 here; what could not be read is shown as \u{FFFD}.";
    notices::BROKEN_ENCODING.of(field, message)
}

/// The link gives this field twice.
pub fn repeated(field: &'static Field, first: &str, last: &str) -> Finding {
    let fix = (!field.is_secret()).then(|| Fix::set("Take the first one", field, first));
    let message = match (field.public_text(first), field.public_text(last)) {
        (Some(first), Some(last)) => {
            format!("The link has this twice, `{first}` and `{last}`; the last one counts.")
        }
        _ => "The link has this twice; the last one counts.".into(),
    };
    notices::REPEATED_KEY.of(field, message).fix(fix)
}
