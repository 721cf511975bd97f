//! What the published Terraform module makes of a field.

use crate::config::Config;

/// What becomes of a field in main.tf where that calls the module. Every entry has to say it: a setting must not get
/// lost without a word.
#[derive(Debug)]
pub enum InModule {
    /// main.tf says it, as an argument of the call or beside it.
    Takes,
    /// The module has always this value.
    Fixes(&'static str),
    /// The module has no place for it: a value that is given is lost.
    CannotExpress,
    /// The same, and the function says when something is lost.
    CannotExpressWhere(fn(&Config) -> bool),
    /// It concerns other files, or only which files there are.
    NotConcerned,
}

impl InModule {
    /// Whether main.tf has nothing of such a field.
    pub fn leaves_out(&self) -> bool {
        match self {
            Self::Fixes(_) | Self::CannotExpress | Self::CannotExpressWhere(_) => true,
            Self::Takes | Self::NotConcerned => false,
        }
    }
}
