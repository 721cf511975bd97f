//! Reads the text of a form into a typed configuration. Reading never fails: a text that cannot be read becomes a
//! finding, and outputs treat its field as blank. Reading does not apply AWS's rules; `rules` does.

mod derived;
mod field;
mod number;
mod reading;

use crate::config::{Config, Origin};
use crate::fields::{DefaultText, FIELDS, Field, Kind};
use crate::finding::Finding;
use crate::form::Form;
use crate::notices;
use crate::secrecy::{self, Secrecy};
use field::FieldReader;

pub use crate::clean::clean;
pub use reading::Reading;

/// Returns a text in the form that the field's choices use: cleaned, and a number in plain digits.
pub fn canonical(field: &Field, text: &str) -> String {
    let cleaned = clean(text);
    match &field.kind {
        Kind::Number(unit, _) => number::parse(*unit, &cleaned).map(|number| number.to_string()),
        _ => None,
    }
    .unwrap_or_else(|| cleaned.into_owned())
}

/// Reads a form. Returns its configuration, and what reading noted about the form.
pub fn read(form: &Form) -> (Config, Reading) {
    let mut config = Config {
        carried: form.carried.clone(),
        ..Config::default()
    };
    let mut reading = Reading::default();
    let secrecy = Secrecy::of(form);
    for field in FIELDS.iter().copied() {
        let texts = form.texts(field);
        let is_touched = form.is_touched(field);
        let is_given = is_touched && !texts.iter().all(|text| text.trim().is_empty());
        if is_given {
            reading.touched.push(field.key);
        }
        let placeholder = match (field.default)(form.start(), form.launch_type()) {
            DefaultText::Placeholder(placeholder) if !is_touched => Some(placeholder),
            _ => None,
        };
        let default = form.default_texts(field).pop().unwrap_or_default();
        // A default is public.
        let secret_texts = if is_touched {
            secrecy.secret_texts(field, &texts)
        } else {
            Vec::new()
        };
        let mut reader = FieldReader {
            field,
            default: &default,
            placeholder,
            origin: Origin {
                field: field.key,
                placeholder: field.placeholder(),
                is_secret: !field.kind.has_rows() && !secret_texts.is_empty(),
                is_given,
            },
            secrets: &secret_texts,
            findings: &mut reading.findings,
        };
        reader.read(&texts, &mut config);
        reading.secrets.extend(secret_texts);
        if field.kind.has_rows() {
            reading.row_texts.push((field.key, texts));
        }
    }
    secrecy::hide(&reading.secrets, &mut reading.findings);
    derived::derive(form.start(), &mut config);
    (config, reading)
}

/// Returns whether a finding is about white space or invisible characters.
pub fn is_cleaning(finding: &Finding) -> bool {
    finding.is(&notices::CLEANED_VALUE) || finding.is(&notices::ACCIDENTAL_WHITESPACE)
}

#[cfg(test)]
mod tests;
