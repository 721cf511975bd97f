//! A part of the form.

use super::field::Field;

/// A part of the form. The list of its fields is the only place that says which they are.
#[derive(Debug)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// Where the page shows it.
    pub place: Place,
    /// Its fields, in the order of the form and of a link.
    pub fields: &'static [&'static Field],
}

/// Where the page shows a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the form, open from the start.
    Open,
    /// In the form, until it is opened only its heading.
    Folded,
    /// Beside the output.
    BesideOutput,
}

impl PartialEq for Section {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
    }
}

impl Eq for Section {}

impl Section {
    /// Whether the form shows it; the others are shown beside the output.
    pub fn is_in_form(&self) -> bool {
        self.place != Place::BesideOutput
    }
}
