//! What of a field's text is secret: the one place that decides it. Links, the outputs and reading ask it.

use super::field::Field;
use super::kind::{Kind, RowSecrets};
use crate::harness::token;
use crate::secrets;

impl Field {
    /// Whether all of it is a secret, whatever its text: in no link, no storage, no log.
    pub fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Secret(_))
    }

    /// What of one of its texts is public: nothing of a secret, of a delegate token that was pasted here or of a row that
    /// is named like a secret, and of any other text all but the user information of URLs.
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

    /// What of these texts may be in a link; `None` where the field is not to be named there at all.
    pub fn public_texts(&self, texts: &[String]) -> Option<Vec<String>> {
        let public = || texts.iter().filter_map(|text| self.public_text(text)).collect();
        (!self.is_secret()).then(public)
    }

    /// Whether one of its texts is a secret, or holds one.
    pub fn is_secret_text(&self, text: &str) -> bool {
        !text.is_empty() && self.public_text(text).is_none_or(|public| public != text)
    }
}
