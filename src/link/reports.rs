//! The findings about a link.

use crate::facts::ecs::VARIABLES_MAX;
use crate::fields::Field;
use crate::finding::{Finding, Fix, short};
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

/// The link has so many more parameters that are not fields.
pub fn more_unknown_keys(more: usize) -> Finding {
    let message =
        format!("The link has {more} more parameters that are no fields of this page; they were ignored.");
    notices::UNKNOWN_KEY.of_parameter("link", message)
}

/// The link has so many rows that no task definition can hold them.
pub fn too_many_rows(field: &'static Field, rows: usize) -> Finding {
    let message = format!("The link has {rows} rows here; a task definition holds at most {VARIABLES_MAX}.");
    notices::TOO_MANY_ROWS.of(field, message)
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

/// What the page did with a secret that belongs to no field.
const REMOVED: &str = "It was ignored, and removed from the address bar.";

/// The link holds a secret in a parameter that is not a field.
pub fn secret_parameter(key: &str) -> Finding {
    let name: String = key.chars().take(80).collect();
    let message = format!("The link held a secret in `{name}`, which is no field of this page. {REMOVED}");
    notices::SECRET_IN_LINK.of_parameter(name, message)
}

/// The link holds a secret in place of the name of a parameter.
pub fn secret_as_name() -> Finding {
    let message = format!("The link held a secret in place of a field's name. {REMOVED}");
    notices::SECRET_IN_LINK.of_parameter("link", message)
}

/// The secret of a link is still in the address.
pub fn secret_stays() -> Finding {
    let message = "The browser does not let the page remove the secret from the address bar: close this tab, and delete the address from the history.";
    notices::SECRET_IN_LINK.of_parameter("link", message)
}

/// The link leaves out a text of this field.
pub fn left_out(field: &'static Field) -> Finding {
    let message = if field.kind.has_rows() {
        "The link leaves out rows that held a secret."
    } else {
        "The link leaves this out, because it held a secret."
    };
    notices::LEFT_OUT.of(field, message)
}

/// The link's text for this field is not valid UTF-8.
pub fn broken(field: &'static Field) -> Finding {
    let message = "The link is not valid UTF-8 here; what could not be read is shown as \u{FFFD}.";
    notices::BROKEN_ENCODING.of(field, message)
}

/// The link gives this field twice.
pub fn repeated(field: &'static Field, first: &str, last: &str) -> Finding {
    let is_secret = field.is_secret_text(first) || field.is_secret_text(last);
    let fix = (!is_secret).then(|| Fix::set("Take the first one", field, first));
    let message = if is_secret {
        "The link has this twice; the last one counts.".to_owned()
    } else {
        format!(
            "The link has this twice, `{}` and `{}`; the last one counts.",
            short(first),
            short(last)
        )
    };
    notices::REPEATED_KEY.of(field, message).fix(fix)
}
