//! CloudWatch Logs.

use super::blank::Blank;
use super::defaults::{recommended_only, text};
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, choice, slot};
use super::section::{Place, Section};
use super::unit::Unit;
use crate::choices::{Logs, Start};
use crate::facts::logs as facts;
use crate::facts::sources;

/// CloudWatch Logs.
pub static LOGS_SECTION: Section = Section {
    title: "Logs",
    place: Place::Folded,
    in_force: in_force::logs,
    fields: &[&LOGS, &LOG_GROUP, &LOG_RETENTION],
};

/// `logs`
pub static LOGS: Field = Field {
    key: "logs",
    label: "Container logs",
    help: "Without a log configuration nobody sees why a delegate didn't start.",
    docs: sources::LOGS,
    kind: choice!(logs: Logs),
    default: |start, _| match start {
        Start::Docs => text("none"),
        Start::Recommended => text("awslogs"),
    },
    blank: Blank::Default,
    sample: "none",
    ..Field::with(InModule::Fixes("awslogs"))
};

/// `log_group`
pub static LOG_GROUP: Field = Field {
    key: "log_group",
    label: "Log group",
    help: "The log group of CloudWatch Logs; it is created with the rest.",
    command: "aws logs describe-log-groups --query 'logGroups[].logGroupName'",
    docs: sources::LOGS,
    kind: Kind::Identifier(slot!(log_group)),
    blank: Blank::Derived,
    applies: |config| config.has_logs(),
    sample: "/harness/delegates",
    ..Field::with(InModule::CannotExpress)
};

/// `log_retention`
pub static LOG_RETENTION: Field = Field {
    key: "log_retention",
    label: "Log retention",
    help: "Days after which log entries are deleted. Blank keeps them, and their cost, for ever.",
    docs: sources::RETENTION,
    kind: Kind::Number(Unit::Days, slot!(log_retention)),
    default: |start, _| recommended_only(start, "30"),
    applies: |config| config.has_logs(),
    suggestions: || {
        facts::RETENTION_DAYS
            .iter()
            .map(|days| (days.to_string(), String::new()))
            .collect()
    },
    sample: "90",
    ..Field::with(InModule::CannotExpress)
};
