//! Decides which texts of a form are secrets: those that their own field treats as secret, and those that contain the
//! text of a secret field, for example because a token was pasted into another field too.

use crate::fields::{FIELDS, Field};
use crate::form::Form;

/// The shortest secret, in bytes, to look for in other fields. A shorter one could occur in them by chance.
const LENGTH_MIN: usize = 8;

/// The texts of a form's secret fields.
pub struct Secrecy(Vec<String>);

impl Secrecy {
    /// Collects the secrets of a form.
    pub fn of(form: &Form) -> Self {
        let told = FIELDS
            .iter()
            .filter(|field| field.is_secret() && form.is_touched(field));
        let texts = told.flat_map(|field| form.texts(field));
        let texts = texts.map(|text| super::clean(&text).into_owned());
        Self(texts.filter(|text| text.len() >= LENGTH_MIN).collect())
    }

    /// Returns whether a text of this field is a secret.
    pub fn is_secret(&self, field: &Field, text: &str) -> bool {
        field.is_secret_text(text) || self.0.iter().any(|secret| text.contains(secret))
    }
}
