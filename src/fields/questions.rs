//! Which fields the page asks for up front.

use super::asked::{Asked, Group};
use super::defaults::DefaultText;
use super::field::Field;
use crate::choices::Start;
use crate::config::Config;

impl Asked {
    /// The group, wherever the field is asked for.
    pub(super) fn group(self) -> Option<Group> {
        match self {
            Self::Never => None,
            Self::Always(group)
            | Self::WhereRequired(group)
            | Self::Offered(group)
            | Self::WithoutDefault(group) => Some(group),
        }
    }
}

impl Field {
    /// Returns the group in which the page asks for the field, if it does.
    pub fn asked_in(&self, start: Start, config: &Config) -> Option<Group> {
        let is_left_out = config.is_module() && self.in_module.leaves_out();
        if is_left_out || !(self.applies)(config) {
            return None;
        }
        let is_asked = match self.asked {
            Asked::Never => false,
            Asked::Always(_) | Asked::Offered(_) => true,
            Asked::WhereRequired(_) => self.is_required(config),
            Asked::WithoutDefault(_) => self.lacks_default(start, config) || self.is_missing(config),
        };
        self.asked.group().filter(|_| is_asked)
    }

    /// Whether the page offers the field, and the files of the open way do without it.
    pub(super) fn is_only_offered(&self, config: &Config) -> bool {
        matches!(self.asked, Asked::Offered(_)) && !self.is_required(config)
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
