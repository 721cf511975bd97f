//! The marks in a text: missing values and secrets.

/// A value that the user still has to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Key of the field for the value.
    pub field: &'static str,
    /// What outputs show in its place, such as `<DELEGATE_NAME>`. See
    /// [`Written::escaped`](super::written::Written::escaped) for the characters it may contain.
    pub placeholder: &'static str,
}

/// A secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// Key of the field that holds the secret.
    pub field: &'static str,
    /// The secret itself.
    pub text: String,
}
