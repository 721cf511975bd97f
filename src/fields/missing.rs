//! Which fields the files of the open way need, and which of them still lack a value.

use super::blank::Blank;
use super::field::Field;
use super::kind::Kind;
use crate::config::{Config, Given};

impl Field {
    /// Whether the files of the open way need a value for the field.
    pub fn is_required(&self, config: &Config) -> bool {
        match self.blank {
            Blank::Required { when, .. } => (self.applies)(config) && when(config),
            Blank::Found { .. }
            | Blank::Derived
            | Blank::DerivedOr { .. }
            | Blank::Empty
            | Blank::Absent
            | Blank::Default => false,
        }
    }

    /// Whether the files of the open way lack the value: the field is required and blank, or still has the placeholder
    /// that the start put there.
    pub fn is_missing(&self, config: &Config) -> bool {
        self.is_unset(config) && !self.is_unreadable(config)
    }

    /// Whether the field is a number that cannot be read. A finding says so.
    fn is_unreadable(&self, config: &Config) -> bool {
        match &self.kind {
            Kind::Number(_, slot) => matches!((slot.get)(config).given, Given::Unreadable),
            _ => false,
        }
    }

    /// Whether the files of the open way show a placeholder for the value: it is missing, or cannot be read.
    pub fn is_unset(&self, config: &Config) -> bool {
        if !(self.applies)(config) {
            return false;
        }
        if let Kind::Identifier(slot) = &self.kind
            && matches!((slot.get)(config).given, Given::Placeholder(_))
        {
            return true;
        }
        let blank = match &self.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                let value = (slot.get)(config);
                value.is_blank() && value.derived.is_none()
            }
            Kind::Number(_, slot) => (slot.get)(config).number().is_none(),
            Kind::List(slot) => (slot.get)(config).is_empty(),
            _ => false,
        };
        blank && self.is_required(config)
    }
}
