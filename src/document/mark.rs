//! What a text marks in itself: what is missing, and what is secret.

use serde::Serialize;
use std::borrow::Cow;

/// A value that the user still has to give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Key of the field that takes it.
    pub field: Cow<'static, str>,
    /// What the outputs show for it: `<UPPER_CASE>`.
    pub placeholder: Cow<'static, str>,
}

/// A secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Secret {
    /// Key of the field that holds it.
    pub field: Cow<'static, str>,
    /// The secret itself.
    pub text: String,
}
