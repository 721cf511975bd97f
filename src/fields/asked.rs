//! When the page asks for a field at once. At other times the field is in its section.

/// Who knows the answer: the page groups its questions by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Harness says it, or it is chosen for Harness.
    Harness,
    /// AWS says it.
    Aws,
    /// The delegate's token, or where it is.
    Token,
}

impl Group {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Harness => "From Harness",
            Self::Aws => "From AWS",
            Self::Token => "Token",
        }
    }
}

/// When a field is asked, and in which group. Whether it is required is said by `Blank::Required`, per way and launch
/// type; a field that has no effect is never asked, and one that main.tf leaves out is not asked for main.tf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Never: it has a default, or can be left blank.
    Never,
    /// Always.
    Always(Group),
    /// Where it is required, whether it is filled in or not.
    WhereRequired(Group),
    /// The same, and where the user has given it all the same.
    WhereRequiredOrGiven(Group),
    /// Where the start has no value for what is required, and where somebody has emptied it.
    WithoutDefault(Group),
}
