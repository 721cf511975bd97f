//! The settings of the delegate itself.

use super::blank::Blank;
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, RowValue, RowsOf, slot};
use super::section::{Place, Section};
use crate::facts::sources;

/// The settings of the delegate itself.
pub static DELEGATE_SECTION: Section = Section {
    title: "Delegate settings",
    place: Place::Folded,
    in_force: in_force::delegate,
    fields: &[
        &DELEGATE_TAGS,
        &DELEGATE_DESCRIPTION,
        &LOG_SERVICE_URL,
        &INIT_SCRIPT,
        &ENV,
        &SECRET_ENV,
    ],
};

/// `delegate_tags`
pub static DELEGATE_TAGS: Field = Field {
    key: "delegate_tags",
    label: "Delegate tags",
    help: "Tags between commas, by which pipelines select the delegate. Its name is a tag by itself.",
    docs: sources::SELECTORS,
    kind: Kind::FreeText(slot!(delegate_tags)),
    blank: Blank::Empty,
    sample: "linux,build",
    ..Field::with(InModule::Takes)
};

/// `delegate_description`
pub static DELEGATE_DESCRIPTION: Field = Field {
    key: "delegate_description",
    label: "Description",
    help: "A sentence that Harness shows beside the delegate.",
    docs: sources::VARIABLES,
    kind: Kind::FreeText(slot!(delegate_description)),
    sample: "Builds of the blue team",
    ..Field::with(InModule::Takes)
};

/// `log_service_url`
pub static LOG_SERVICE_URL: Field = Field {
    key: "log_service_url",
    label: "Log streaming service URL",
    help: "Where the delegate sends the logs of running pipelines. It follows from the manager URL.",
    docs: sources::VARIABLES,
    kind: Kind::Identifier(slot!(log_service_url)),
    is_url: true,
    blank: Blank::DerivedOr {
        placeholder: "<LOG_STREAMING_SERVICE_URL>",
    },
    sample: "https://logs.example.com/log-service/",
    ..Field::with(InModule::Takes)
};

/// `init_script`
pub static INIT_SCRIPT: Field = Field {
    key: "init_script",
    label: "Init script",
    help: "Shell commands that run before the delegate starts, under bash -e: a line that fails stops the delegate. The image runs as user 1001, which may not install packages.",
    docs: sources::THIRD_PARTY_TOOLS,
    kind: Kind::FreeText(slot!(init_script)),
    blank: Blank::Empty,
    sample: "echo ready",
    ..Field::with(InModule::Takes)
};

/// `env`
pub static ENV: Field = Field {
    key: "env",
    label: "More environment variables",
    help: "One NAME=value per row. Rows that are named like a secret are in no link.",
    docs: sources::VARIABLES,
    kind: Kind::Rows(RowsOf {
        slot: slot!(env),
        value: RowValue::Variable,
    }),
    sample: "LOGGING_LEVEL=DEBUG",
    ..Field::with(InModule::Takes)
};

/// `secret_env`
pub static SECRET_ENV: Field = Field {
    key: "secret_env",
    label: "Variables from secrets",
    help: "One NAME=ARN per row: a secret of Secrets Manager or a parameter of Systems Manager that ECS puts into the variable when the task starts.",
    find: "AWS console: Secrets Manager, the secret, Secret ARN. One key of a JSON secret: the ARN and :key::",
    command: "aws secretsmanager list-secrets --query 'SecretList[].ARN'",
    docs: sources::SECRETS,
    kind: Kind::Rows(RowsOf {
        slot: slot!(secret_env),
        value: RowValue::Reference,
    }),
    sample: "NEXUS_PASSWORD=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6",
    ..Field::with(InModule::CannotExpress)
};
