//! What a text marks in itself: what is missing, and what is secret.

/// A value that the user still has to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Key of the field that takes it.
    pub field: &'static str,
    /// What the outputs show for it: `<UPPER_CASE>`.
    pub placeholder: &'static str,
}

/// A secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// Key of the field that holds it.
    pub field: &'static str,
    /// The secret itself.
    pub text: String,
}
