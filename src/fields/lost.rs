//! Which values of a configuration are lost when main.tf calls the published Terraform module.

use super::field::Field;
use super::in_module::InModule;
use super::kind::Kind;
use crate::config::Config;

impl Field {
    /// Whether the module loses the field's value. Expects a configuration in which main.tf calls the module.
    pub fn is_lost_in_module(&self, config: &Config) -> bool {
        (self.applies)(config)
            && match self.in_module {
                InModule::Fixes(value) => self.asks_for_other_than(value, config),
                InModule::CannotExpress => self.asks_for_other_than("", config),
                InModule::CannotExpressWhere(is_lost) => is_lost(config),
                InModule::Takes | InModule::NotConcerned => false,
            }
    }

    /// Whether the field has a value that is not `fixed`. A blank field does not count.
    fn asks_for_other_than(&self, fixed: &str, config: &Config) -> bool {
        match &self.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                (slot.get)(config).typed().is_some_and(|typed| typed != fixed)
            }
            Kind::Number(_, slot) => {
                let typed = (slot.get)(config).typed();
                typed.is_some_and(|number| number.to_string() != fixed)
            }
            Kind::Choice(choices, slot) => {
                let chosen = (slot.get)(config).and_then(|at| choices.get(at));
                chosen.is_some_and(|choice| choice.value != fixed)
            }
            Kind::Flag(slot) => *(slot.get)(config) != (fixed == "true"),
            Kind::FreeText(slot) => {
                let text = (slot.get)(config);
                !text.is_empty() && text.as_str() != fixed
            }
            Kind::List(slot) => !(slot.get)(config).is_empty(),
            Kind::Rows(rows) => !(rows.slot.get)(config).is_empty(),
        }
    }
}
