//! Which fields the page asks for up front.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::DefaultText;
use super::field::Field;
use super::section::Place;
use super::{FIELDS, section};
use crate::choices::{Start, Way};
use crate::config::Config;

/// A field that the page asks for up front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The field.
    pub field: &'static Field,
    /// The group in which it stands.
    pub group: Group,
    /// Whether the field is only offered: the files of the open way do without an answer, and the user has given none.
    pub is_offered: bool,
}

/// Returns the questions of the open way, in the order of the form. `is_touched` says whether the user gave a field a
/// text: such a field stays where it was asked for, even if it has no effect any more.
pub fn questions(start: Start, config: &Config, is_touched: impl Fn(&Field) -> bool) -> Vec<Question> {
    let question = |field: &'static Field| {
        let is_touched = is_touched(field);
        let is_homeless = is_touched && section(field).is_some_and(|section| section.place == Place::Asked);
        let group = field
            .asked_in(start, config)
            .or_else(|| field.asked.group().filter(|_| is_homeless))?;
        Some(Question {
            field,
            group,
            is_offered: field.is_only_offered(config) && !is_touched,
        })
    };
    FIELDS.iter().copied().filter_map(question).collect()
}

/// Returns how many values a way asks for, whether they are given or not.
pub fn values_asked(start: Start, config: &Config, way: Way) -> usize {
    let config = Config {
        way,
        ..config.clone()
    };
    let is_value = |field: &Field| !matches!(field.blank, Blank::Default) && !field.is_only_offered(&config);
    let is_asked = |field: &&&'static Field| field.asked_in(start, &config).is_some() && is_value(field);
    FIELDS.iter().filter(is_asked).count()
}

impl Asked {
    /// The group, wherever the field is asked for.
    fn group(self) -> Option<Group> {
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
    fn is_only_offered(&self, config: &Config) -> bool {
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
