//! The field table: one entry per input. The form, the share link, reading, the reference in the docs and the tests
//! all follow from it.

mod asked;
mod blank;
mod container;
mod defaults;
mod delegate;
mod essentials;
mod field;
mod in_force;
mod in_module;
mod kind;
mod logs;
mod lost;
mod missing;
mod network;
mod output;
mod permissions;
mod proxy;
mod questions;
mod rows;
mod secret;
mod section;
mod service;
mod size;
mod starting_point;
mod unit;

use crate::choices::{Start, Way};
use crate::config::Config;

pub use asked::{Asked, Group};
pub use blank::Blank;
pub use defaults::DefaultText;
pub use field::Field;
pub use in_module::InModule;
pub use kind::{ChoiceSlot, Kind, RowValue, RowsOf, Slot};
pub use rows::pasted_rows;
pub use section::{Place, Section};
pub use unit::Unit;

pub use container::*;
pub use delegate::*;
pub use essentials::*;
pub use logs::*;
pub use network::*;
pub use output::*;
pub use permissions::*;
pub use proxy::*;
pub use service::*;
pub use size::*;
pub use starting_point::*;

/// The fields that decide where the secrets of a form go: what the delegate runs, and whom it talks to. A variable can
/// stand for most of the others.
pub static DECIDE_WHERE_SECRETS_GO: &[&Field] = &[
    &MANAGER_URL,
    &LOG_SERVICE_URL,
    &IMAGE,
    &INIT_SCRIPT,
    &PROXY_HOST,
    &PROXY_PORT,
    &PROXY_SCHEME,
    &NO_PROXY,
    &ENV,
    &SECRET_ENV,
    &TEMPLATE_URL,
];

/// The sections, in the order of the form.
pub static SECTIONS: &[&Section] = &[
    &ESSENTIALS_SECTION,
    &STARTING_POINT_SECTION,
    &NETWORK_SECTION,
    &SIZE_SECTION,
    &DELEGATE_SECTION,
    &PROXY_SECTION,
    &SERVICE_SECTION,
    &CONTAINER_SECTION,
    &LOGS_SECTION,
    &PERMISSIONS_SECTION,
    &OUTPUT_SECTION,
];

/// Every field, in the order of the form and of a link: the lists of the sections, joined.
pub static FIELDS: &[&Field] = &{
    let mut all = [SECTIONS[0].fields[0]; COUNT];
    let (mut section, mut at) = (0, 0);
    while section < SECTIONS.len() {
        let mut field = 0;
        while field < SECTIONS[section].fields.len() {
            all[at] = SECTIONS[section].fields[field];
            at += 1;
            field += 1;
        }
        section += 1;
    }
    all
};

/// The number of fields in all sections.
const COUNT: usize = {
    let (mut section, mut count) = (0, 0);
    while section < SECTIONS.len() {
        count += SECTIONS[section].fields.len();
        section += 1;
    }
    count
};

/// Returns the field with this key.
pub fn field(key: &str) -> Option<&'static Field> {
    FIELDS.iter().copied().find(|field| field.key == key)
}

/// Returns the section that lists the field.
pub fn section(field: &Field) -> Option<&'static Section> {
    let is_here = |section: &&Section| section.fields.contains(&field);
    SECTIONS.iter().copied().find(is_here)
}

/// Whether the field concerns one way alone.
pub fn is_of_way(field: &Field) -> bool {
    section(field).is_some_and(Section::is_of_way)
}

/// Whether the page shows the field: it has an effect, or the user has given it a value. A field that concerns one way
/// alone is shown while that way is open.
pub fn is_shown(field: &Field, config: &Config, is_touched: bool) -> bool {
    if is_of_way(field) {
        *field != WAY && (field.applies)(config)
    } else {
        (field.applies)(config) || is_touched
    }
}

/// Returns the fields whose values the files of the open way lack, in the order of the form.
pub fn missing(config: &Config) -> Vec<&'static Field> {
    FIELDS
        .iter()
        .copied()
        .filter(|field| field.is_missing(config))
        .collect()
}

/// Returns the fields for which the files of the open way show a placeholder: the missing ones, and numbers that cannot be
/// read.
pub fn unset(config: &Config) -> Vec<&'static Field> {
    FIELDS
        .iter()
        .copied()
        .filter(|field| field.is_unset(config))
        .collect()
}

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

/// Returns how many values each way asks for, whether they are given or not, in the order of [`Way::ALL`].
pub fn values_asked(start: Start, config: &Config) -> Vec<usize> {
    let mut config = config.clone();
    let count = |way: &Way| {
        config.way = *way;
        let is_value =
            |field: &Field| !matches!(field.blank, Blank::Default) && !field.is_only_offered(&config);
        let is_asked = |field: &&&'static Field| field.asked_in(start, &config).is_some() && is_value(field);
        FIELDS.iter().filter(is_asked).count()
    };
    Way::ALL.iter().map(count).collect()
}

#[cfg(test)]
mod tests;
