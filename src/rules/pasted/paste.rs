//! What a pasted text means.

use crate::fields::Field;

/// What a text of a field means that has more than the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// The value of the field, without the text around it.
    Value(String),
    /// The code of the Region that the text names.
    Region(&'static str),
    /// The value of another field.
    Other {
        /// The other field.
        field: &'static Field,
        /// The name in front of the value, as in the text.
        name: String,
        /// The value, if the text has nothing else and the other field takes it.
        value: Option<String>,
    },
}

/// A field with a text that has more than the value. Only the rule `pasted-text` judges its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// The field.
    pub field: &'static Field,
    /// What its text means.
    pub meant: Meant,
}
