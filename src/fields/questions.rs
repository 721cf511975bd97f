//! Which fields are questions that the page asks at once.

use super::asked::{Asked, Group};
use super::defaults::DefaultText;
use super::field::Field;
use crate::choices::Start;
use crate::config::Config;

impl Field {
    /// The group in which it is asked, if it is asked.
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

    /// Whether the start leaves it to the user: it brings a placeholder, or nothing for what is required.
    fn lacks_default(&self, start: Start, config: &Config) -> bool {
        match (self.default)(start, config.launch_type) {
            DefaultText::Placeholder(_) => true,
            DefaultText::Text(text) => text.is_empty() && self.is_required(config),
        }
    }
}
