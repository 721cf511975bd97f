//! What reading notes about a form beside its configuration.

use crate::finding::Finding;

/// What reading noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Keys of the fields that were given a text other than the default; a blank text does not count.
    pub touched: Vec<&'static str>,
    /// The texts of the fields with rows as they were given, unreadable ones too: a fix of one row keeps the others.
    pub row_texts: Vec<(&'static str, Vec<String>)>,
    /// What could not be read, and what was cleaned.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Whether the field with this key was given a text other than its default.
    pub fn is_touched(&self, key: &str) -> bool {
        self.touched.contains(&key)
    }

    /// The texts of a field with rows.
    pub fn rows(&self, key: &str) -> &[String] {
        let found = self.row_texts.iter().find(|(other, _)| *other == key);
        found.map_or(&[], |(_, texts)| texts)
    }
}
