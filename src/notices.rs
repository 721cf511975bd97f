//! Findings that do not come from rules: problems with the text of a field, a link or the theme. Each kind has an
//! entry, as each rule does.

use crate::facts::sources;
use crate::fields::Field;
use crate::finding::{Entry, Finding, Severity, for_reference};
use std::borrow::Cow;

/// The entry of one kind of finding. Only the table below creates entries.
pub struct Notice {
    id: &'static str,
    severity: Severity,
    what: &'static str,
    consequence: &'static str,
    source: Source,
}

/// The documentation that a notice links to.
enum Source {
    /// The documentation of the field.
    Field,
    /// The documentation of URL parameters.
    UrlParameters,
}

impl Notice {
    /// The problem, for the reference.
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// Creates a finding about a field.
    pub fn of(&self, field: &'static Field, message: impl Into<String>) -> Finding {
        let link = match self.source {
            Source::Field => field.docs,
            Source::UrlParameters => sources::URL_PARAMETERS,
        };
        Finding::new(self, field.key, message, link)
    }

    /// Creates a finding about a URL parameter that is not a field.
    pub fn of_parameter(&self, key: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Finding {
        Finding::new(self, key, message, sources::URL_PARAMETERS)
    }
}

impl Entry for Notice {
    fn id(&self) -> &'static str {
        self.id
    }

    fn severity(&self) -> Severity {
        self.severity
    }

    fn consequence(&self) -> &'static str {
        self.consequence
    }
}

/// Defines the entries together with the list of all entries, which therefore cannot miss one.
macro_rules! notices {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident, $source:ident, $what:literal, $consequence:literal;)+) => {
        $($(#[$doc])* pub static $name: Notice = Notice {
            id: $id,
            severity: Severity::$severity,
            what: for_reference($what),
            consequence: $consequence,
            source: Source::$source,
        };)+

        /// Every notice, in the order of the reference.
        pub static NOTICES: &[&Notice] = &[$(&$name),+];
    };
}

notices! {
    /// The text of a field is not a valid value.
    UNREADABLE_VALUE = "unreadable-value", Error, Field,
        "A text is no number, no choice, no `true` or `false`, or no row of the form NAME=value. The outputs are made as if \
         it were blank; a choice and a flag have their default.",
        "The outputs are made as if it were blank.";
    /// An identifier contained white space or invisible characters, which reading removed.
    CLEANED_VALUE = "cleaned-value", Info, Field,
        "A name, an ID, an ARN, a URL or a number had white space or invisible characters around it or in it. It was read \
         without them.",
        "Names, IDs, ARNs, URLs and numbers never hold them; they come along when one copies.";
    /// A free text contains invisible characters, or white space at its ends.
    ACCIDENTAL_WHITESPACE = "accidental-whitespace", Info, Field,
        "A free text begins or ends with white space, or holds carriage returns or invisible characters. They are kept, and \
         the delegate gets them as they stand.",
        "The delegate gets them as they stand, and compares texts to the letter.";
    /// A parameter is not a field.
    UNKNOWN_KEY = "unknown-key", Warning, UrlParameters,
        "A link has a parameter that is no field of the page, or a version that the page does not know. What it meant to set \
         is not in the form.",
        "What the link meant to set is not in the form.";
    /// A parameter is given twice.
    REPEATED_KEY = "repeated-key", Warning, UrlParameters,
        "A link has the parameter of a field without rows twice. The last one counts.",
        "One of the two was not meant.";
    /// A link has more rows than AWS can hold.
    TOO_MANY_ROWS = "too-many-rows", Error, UrlParameters,
        "A link has more rows for a field than a task definition can hold, whatever is in them. The rows were left out.",
        "The rows were left out.";
    /// A link is not valid UTF-8.
    BROKEN_ENCODING = "broken-encoding", Warning, UrlParameters,
        "A link is not valid UTF-8. What could not be read is shown as \u{FFFD}.",
        "The text is not what the link's author meant.";
    /// A link contains a secret.
    SECRET_IN_LINK = "secret-in-link", Warning, UrlParameters,
        "A link held a secret: whoever saw the link, and every log and history that it passed, has it. Replace it at Harness.",
        "Whoever saw the link, and every log and history that it passed, has the secret: replace it at Harness.";
    /// A link leaves out a text that held a secret.
    LEFT_OUT = "left-out", Info, Field,
        "A link leaves out the texts that held a secret, and names their fields.",
        "Whoever made the link has the value: ask for it, or enter your own.";
    /// A theme does not exist.
    UNKNOWN_THEME = "unknown-theme", Warning, UrlParameters,
        "`theme` is not `light`, `dark` or `auto`. The page follows the system's colours.",
        "The page follows the system's colours.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields;

    #[test]
    fn a_notice_says_where_it_is_documented() {
        let of_field = UNREADABLE_VALUE.of(&fields::CPU, "x");
        assert_eq!(of_field.link, fields::CPU.docs);
        assert_eq!(
            (of_field.rule, of_field.field.as_ref()),
            ("unreadable-value", "cpu")
        );
        assert_eq!(REPEATED_KEY.of(&fields::CPU, "x").link, sources::URL_PARAMETERS);
        assert_eq!(
            UNKNOWN_THEME.of_parameter("theme", "x").link,
            sources::URL_PARAMETERS
        );
    }
}
