//! When a field is a question that the page asks at once. While it is none, it is in its section.

use super::blank::Blank;
use super::defaults::DefaultText;
use super::field::Field;
use crate::choices::Start;
use crate::config::Config;

/// Who knows the answer: the questions stand together by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Harness says it, or it is chosen for Harness.
    Harness,
    /// AWS says it.
    Aws,
    /// The delegate's token, or where it is.
    Token,
}

impl Group {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Harness => "From Harness",
            Self::Aws => "From AWS",
            Self::Token => "Token",
        }
    }
}

/// When a field is asked, and in which group. Whether it is required is said by [`Blank::Required`], per way and launch
/// type; a field that has no effect is never asked, and one that main.tf leaves out is not asked for main.tf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Never: it has a default, or can be left blank.
    Never,
    /// Always.
    Always(Group),
    /// Where it is required, whether it is filled in or not.
    WhereRequired(Group),
    /// The same, and where the user has given it all the same.
    WhereRequiredOrGiven(Group),
    /// Where the start has no value for what is required, and where somebody has emptied it.
    WithoutDefault(Group),
}

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

    /// Whether the files of the open way would lack it if it were blank.
    pub fn is_required(&self, config: &Config) -> bool {
        match self.blank {
            Blank::Required { when, .. } => (self.applies)(config) && when(config),
            Blank::Derived | Blank::Empty | Blank::Absent | Blank::Default => false,
        }
    }

    /// Whether the start leaves it to the user: it brings a placeholder, or nothing for what is required.
    fn lacks_default(&self, start: Start, config: &Config) -> bool {
        match (self.default)(start, config.launch_type) {
            DefaultText::Placeholder(_) => true,
            DefaultText::Text(text) => text.is_empty() && self.is_required(config),
        }
    }
}
