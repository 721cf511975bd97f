//! What a blank text means.

use crate::config::Config;

/// What a blank text means.
#[derive(Debug)]
pub enum Blank {
    /// The value is required where `when` says so: the files show the placeholder, and the page lists the field as
    /// missing.
    Required {
        /// `<UPPER_CASE>`
        placeholder: &'static str,
        /// Whether the files of the open way need the value.
        when: fn(&Config) -> bool,
    },
    /// `commands.sh` finds or creates the value at AWS and puts it into what it hands over. The JSON files show the
    /// placeholder.
    Found {
        /// `<UPPER_CASE>`
        placeholder: &'static str,
    },
    /// The value is derived from other fields.
    Derived,
    /// The same, with a placeholder of its own while the source field is missing.
    DerivedOr {
        /// `<UPPER_CASE>`
        placeholder: &'static str,
    },
    /// The files hold an empty text.
    Empty,
    /// The files leave the member out.
    Absent,
    /// The default applies: a choice cannot be blank.
    Default,
}
