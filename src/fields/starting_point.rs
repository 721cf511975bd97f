//! Where the defaults come from.

use super::blank::Blank;
use super::defaults::text;
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{ChoiceSlot, Kind};
use super::section::{Place, Section};
use crate::choices::Start;
use crate::facts::sources;

/// Where the defaults come from.
pub static STARTING_POINT_SECTION: Section = Section {
    title: "Starting point",
    place: Place::Folded,
    in_force: in_force::start,
    fields: &[&START],
};

/// `start`
pub static START: Field = Field {
    key: "start",
    label: "Defaults",
    help: "Where the values come from that you don't give. Switching keeps what you typed.",
    docs: sources::ON_ECS,
    kind: Kind::Choice(
        Start::CHOICES,
        // The `Config` does not hold the start: it only selects the defaults, and reading takes those.
        ChoiceSlot {
            get: |_| None,
            set: |_, _| {},
        },
    ),
    default: |_, _| text("recommended"),
    blank: Blank::Default,
    sample: "docs",
    ..Field::with(InModule::Takes)
};
