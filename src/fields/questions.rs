//! Which fields the page asks for up front.

use super::asked::{Asked, Group};
use super::defaults::DefaultText;
use super::field::Field;
use crate::choices::Start;
use crate::config::Config;

impl Field {
    /// Returns the group in which the page asks for the field, if it does.
    pub fn asked_in(&self, start: Start, config: &Config) -> Option<Group> {
        let is_left_out = config.is_module() && self.in_module.leaves_out();
        if is_left_out || !(self.applies)(config) {
            return None;
        }
        let (group, is_asked) = match self.asked {
            Asked::Never => return None,
            Asked::Always(group) => (group, true),
            Asked::WhereRequired(group) => (group, self.is_required(config)),
            Asked::WhereRequiredOrGiven(group) => (group, self.is_required(config) || self.is_given(config)),
            Asked::WithoutDefault(group) => (
                group,
                self.lacks_default(start, config) || self.is_missing(config),
            ),
        };
        is_asked.then_some(group)
    }

    /// Whether the start leaves the value to the user: its default is a placeholder, or the field is required and has
    /// no default.
    fn lacks_default(&self, start: Start, config: &Config) -> bool {
        match (self.default)(start, config.launch_type) {
            DefaultText::Placeholder(_) => true,
            DefaultText::Text(text) => text.is_empty() && self.is_required(config),
        }
    }
}
