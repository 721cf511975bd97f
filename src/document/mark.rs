//! The marks in a text: missing values and secrets.

use serde::Serialize;
use std::borrow::Cow;

/// A value that the user still has to enter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Key of the field for the value.
    pub field: Cow<'static, str>,
    /// What outputs show in its place, such as `<DELEGATE_NAME>`. See
    /// [`Written::escaped`](super::written::Written::escaped) for the characters it may contain.
    pub placeholder: Cow<'static, str>,
}

/// A secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Secret {
    /// Key of the field that holds the secret.
    pub field: Cow<'static, str>,
    /// The secret itself.
    pub text: String,
}
