//! Decides which parts of a field's text are secret. Links, the outputs and reading all ask here.

use super::field::Field;
use super::kind::{Kind, RowSecrets};
use crate::harness::token;
use crate::secrets;

impl Field {
    /// Whether the field is a secret, whatever its text. Its text never goes into a link, storage or a log.
    pub fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Secret(_))
    }

    /// Returns the public part of a text of the field. `None` for a secret, for a delegate token that was pasted here and
    /// for a row with the name of a secret; any other text loses only the user information of its URLs.
    pub fn public_text(&self, text: &str) -> Option<String> {
        let is_secret = match &self.kind {
            Kind::Secret(_) => true,
            Kind::Rows(rows) => {
                let value = text.split_once('=').map_or(text, |(_, value)| value);
                let is_named = rows.secrets == RowSecrets::ByName && secrets::is_secret_row(text);
                is_named || token::is_issued(value.trim())
            }
            _ => token::is_issued(text.trim()),
        };
        (!is_secret).then(|| secrets::without_user_information(text))
    }

    /// Returns the parts of these texts that a link may hold. `None` if a link must not even name the field.
    pub fn public_texts(&self, texts: &[String]) -> Option<Vec<String>> {
        let public = || texts.iter().filter_map(|text| self.public_text(text)).collect();
        (!self.is_secret()).then(public)
    }

    /// Whether this text of the field is a secret or holds one.
    pub fn is_secret_text(&self, text: &str) -> bool {
        !text.is_empty() && self.public_text(text).is_none_or(|public| public != text)
    }
}
