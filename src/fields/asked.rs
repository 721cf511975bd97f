//! When the page asks for a field up front. At all other times, the field is in its section.

/// Where the user finds the answer. The page groups its questions by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// In Harness, or the user chooses it for Harness.
    Harness,
    /// In AWS.
    Aws,
    /// The delegate token, or where it is stored.
    Token,
}

impl Group {
    /// Every group, in the order of the form.
    pub const ALL: &[Self] = &[Self::Harness, Self::Aws, Self::Token];

    /// Returns the heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Harness => "From Harness",
            Self::Aws => "From AWS",
            Self::Token => "Token",
        }
    }
}

/// When the page asks for a field, and in which group. `Blank::Required` says for which ways and launch types the
/// field is required. The page never asks for a field that has no effect, and does not ask for one that main.tf leaves
/// out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Never: the field has a default, or may stay blank.
    Never,
    /// Always.
    Always(Group),
    /// While it is required, whether it is filled in or not.
    WhereRequired(Group),
    /// Wherever it has an effect. While it is not required, it is only offered: the page folds it away, unless the user has
    /// given a value.
    Offered(Group),
    /// While the start leaves the value to the user, and while the value is missing.
    WithoutDefault(Group),
}
