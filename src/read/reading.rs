//! What reading notes about a form, beside the configuration.

use crate::finding::Finding;
use crate::secrecy::SecretText;

/// Notes about a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Keys of the fields to which the user gave a text that is neither blank nor the default.
    pub touched: Vec<&'static str>,
    /// The texts of each field with rows as the user gave them, including unreadable ones, so that a fix of one row
    /// keeps the others.
    pub row_texts: Vec<(&'static str, Vec<String>)>,
    /// The texts that are secret. No message shows them.
    pub secrets: Vec<SecretText>,
    /// Findings about texts that could not be read, were cleaned, or contain white space that is probably an accident.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Returns whether the user gave the field with this key a text that is neither blank nor the default.
    pub fn is_touched(&self, key: &str) -> bool {
        self.touched.contains(&key)
    }

    /// Returns the texts of a field with rows, or an empty slice if the field has none.
    pub fn rows(&self, key: &str) -> &[String] {
        let found = self.row_texts.iter().find(|(other, _)| *other == key);
        found.map_or(&[], |(_, texts)| texts)
    }
}
