//! What the published Terraform module does with a field.

use crate::config::Config;

/// What happens to a field when main.tf calls the module. Every entry must say it, because no setting may be dropped
/// silently.
#[derive(Debug)]
pub enum InModule {
    /// main.tf sets it, as an argument of the module or outside the module.
    Takes,
    /// The module always uses this value.
    Fixes(&'static str),
    /// The module cannot set it: a given value is lost.
    CannotExpress,
    /// The module cannot set it, and the function says whether a value is lost.
    CannotExpressWhere(fn(&Config) -> bool),
    /// It only affects other files, or which files are generated.
    NotConcerned,
}

impl InModule {
    /// Whether main.tf leaves such a field out.
    pub fn leaves_out(&self) -> bool {
        match self {
            Self::Fixes(_) | Self::CannotExpress | Self::CannotExpressWhere(_) => true,
            Self::Takes | Self::NotConcerned => false,
        }
    }
}
