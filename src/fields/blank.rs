//! What a blank text means.

use crate::config::Config;

/// What a blank text means.
#[derive(Debug)]
pub enum Blank {
    /// It has to be given where `when` says so: the outputs show the placeholder, and it is listed as missing.
    Required {
        /// `<UPPER_CASE>`
        placeholder: &'static str,
        /// Whether the files of the open way lack it.
        when: fn(&Config) -> bool,
    },
    /// Another value follows for it from other fields.
    Derived,
    /// The same, with a placeholder of its own while the field that it follows from is missing.
    DerivedOr {
        /// `<UPPER_CASE>`
        placeholder: &'static str,
    },
    /// The outputs have the empty text.
    Empty,
    /// The member is left out.
    Absent,
    /// The default takes effect: a choice cannot be blank.
    Default,
}
