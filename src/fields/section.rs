//! A section: a heading and its fields.

use super::field::Field;
use crate::choices::Start;
use crate::config::Config;

/// A heading and its fields. Only this list says to which section a field belongs.
#[derive(Debug)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// Where the page shows it.
    pub place: Place,
    /// What is in force in it, in a few words. Blank if the section is never folded.
    pub in_force: fn(Start, &Config) -> String,
    /// Its fields, in the order of the form and of a link.
    pub fields: &'static [&'static Field],
}

/// Where the page shows a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the questions: its fields stand in the groups that say who knows the answer.
    Asked,
    /// Among the settings, folded to its heading until the user opens it.
    Folded,
    /// In a group of its own while the way is open that it concerns. The way itself has tabs.
    OfWay,
}

impl PartialEq for Section {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
    }
}

impl Eq for Section {}

impl Section {
    /// Whether the fields of the section concern one way alone.
    pub fn is_of_way(&self) -> bool {
        self.place == Place::OfWay
    }
}
