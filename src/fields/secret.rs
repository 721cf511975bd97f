//! Decides which texts of a field are secret. Links, the address, messages, findings, the outputs and reading ask here,
//! or [`Secrecy`](crate::secrecy::Secrecy), which also knows the texts of the form's secret fields.

use super::field::Field;
use super::kind::{Kind, RowValue};
use crate::aws::secret::SecretReference;
use crate::harness::token;
use crate::secrets::{self, Found};

impl Field {
    /// Whether the field is a secret, whatever its text. Its text never goes into a link, storage or a log.
    pub fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Secret(_))
    }

    /// Whether this text of the field is a secret or holds one. A field with rows has a text for each row.
    pub fn is_secret_text(&self, text: &str) -> bool {
        self.secret_in(text).is_some()
    }

    /// Returns the kind of secret that this text of the field is or holds.
    pub fn secret_in(&self, text: &str) -> Option<Found> {
        if text.trim().is_empty() {
            return None;
        }
        match &self.kind {
            Kind::Secret(_) => Some(Found::Named),
            Kind::Rows(rows) => in_row(rows.value, text),
            _ if self.names_secret && !is_arn(text) => Some(Found::Named),
            _ => secrets::find(text),
        }
    }

    /// Whether the field holds a name or a number, whose first half is no less public than the whole. Half of a URL does not
    /// show yet that a password follows, nor half of a row that its name is that of a secret.
    pub fn is_plain_name(&self) -> bool {
        matches!(self.kind, Kind::Identifier(_) | Kind::Number(..)) && !self.is_url && !self.names_secret
    }

    /// Returns the value in a text of the field: of a row of `NAME=value`, what follows the name; otherwise the text. A
    /// row whose name holds a token is a value as a whole.
    pub fn value_in<'a>(&self, text: &'a str) -> &'a str {
        let value = || text.split_once('=').filter(|(name, _)| !name.trim().is_empty());
        match value().filter(|(name, _)| self.kind.has_rows() && secrets::find_token(name).is_none()) {
            Some((_, value)) => value,
            None => text,
        }
    }
}

fn in_row(holds: RowValue, text: &str) -> Option<Found> {
    let (name, value) = text.split_once('=').unwrap_or(("", text));
    // A token can stand in the place of the name too.
    let found = || secrets::find(value).or_else(|| secrets::find_token(text));
    let is_named = match holds {
        RowValue::Variable => !value.is_empty() && secrets::is_secret_name(name),
        // A name is a parameter's, but for the shape of an old delegate token.
        RowValue::Reference => {
            let value = value.trim();
            !value.is_empty() && !is_arn(value) && SecretReference::parse(value).is_err()
                || token::is_token(value)
        }
        RowValue::Tag => false,
    };
    if is_named { Some(Found::Named) } else { found() }
}

/// Whether a text is meant as an ARN, or is a placeholder.
fn is_arn(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("arn:") || text.starts_with('<')
}
