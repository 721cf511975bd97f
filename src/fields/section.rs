//! A section: a heading and its fields.

use super::field::Field;

/// A heading and its fields. Only this list says to which section a field belongs.
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
    /// In the form, folded to its heading until the user opens it.
    Folded,
    /// Beside the files.
    BesideOutput,
}

impl PartialEq for Section {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
    }
}

impl Eq for Section {}

impl Section {
    /// Whether the section is in the form. The page shows the others beside the files.
    pub fn is_in_form(&self) -> bool {
        self.place != Place::BesideOutput
    }
}
