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
            Blank::Derived | Blank::DerivedOr { .. } | Blank::Empty | Blank::Absent | Blank::Default => false,
        }
    }

    /// Whether the files of the open way lack the value: the field is required and blank, or still has the placeholder
    /// that the start put there.
    pub fn is_missing(&self, config: &Config) -> bool {
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
            Kind::Number(_, slot) => (slot.get)(config).is_blank() && (slot.get)(config).derived.is_none(),
            Kind::List(slot) => (slot.get)(config).is_empty(),
            _ => false,
        };
        blank && self.is_required(config)
    }
}
