//! Which texts of a form are secrets: those that their field says are, and those that hold the text of a field that is
//! one, as when a token is pasted into another field too.

use crate::fields::{FIELDS, Field};
use crate::form::Form;

/// A shorter secret is in other texts by chance: it marks its own field alone.
const LENGTH_MIN: usize = 8;

/// The secrets that a form tells.
pub struct Secrecy(Vec<String>);

impl Secrecy {
    /// Of a form.
    pub fn of(form: &Form) -> Self {
        let told = FIELDS
            .iter()
            .filter(|field| field.is_secret() && form.is_touched(field));
        let texts = told.flat_map(|field| form.texts(field));
        let texts = texts.map(|text| super::clean(&text).into_owned());
        Self(texts.filter(|text| text.len() >= LENGTH_MIN).collect())
    }

    /// Whether a text of this field is a secret.
    pub fn is_secret(&self, field: &Field, text: &str) -> bool {
        field.is_secret_text(text) || self.0.iter().any(|secret| text.contains(secret))
    }
}
