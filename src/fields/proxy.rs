//! The proxy between the delegate and Harness.

use super::blank::Blank;
use super::defaults::text;
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, choice, slot};
use super::section::{Place, Section};
use super::unit::Unit;
use crate::choices::ProxyScheme;
use crate::config::Config;
use crate::facts::sources;

/// The proxy between the delegate and Harness.
pub static PROXY_SECTION: Section = Section {
    title: "Proxy",
    place: Place::Folded,
    in_force: in_force::proxy,
    fields: &[
        &PROXY_HOST,
        &PROXY_PORT,
        &PROXY_SCHEME,
        &PROXY_USER,
        &PROXY_PASSWORD_SECRET_ARN,
        &PROXY_PASSWORD,
        &NO_PROXY,
    ],
};

/// `proxy_host`
pub static PROXY_HOST: Field = Field {
    key: "proxy_host",
    label: "Proxy host",
    help: "Name or address of the proxy, without scheme and port.",
    docs: sources::PROXY,
    kind: Kind::Identifier(slot!(proxy_host)),
    sample: "proxy.example.com",
    ..Field::with(InModule::Takes)
};

/// `proxy_port`
pub static PROXY_PORT: Field = Field {
    key: "proxy_port",
    label: "Proxy port",
    help: "The port on which the proxy listens.",
    docs: sources::PROXY,
    kind: Kind::Number(Unit::Port, slot!(proxy_port)),
    sample: "3128",
    ..Field::with(InModule::Takes)
};

/// `proxy_scheme`
pub static PROXY_SCHEME: Field = Field {
    key: "proxy_scheme",
    label: "Proxy scheme",
    help: "How the delegate speaks to the proxy itself.",
    docs: sources::PROXY,
    kind: choice!(proxy_scheme: ProxyScheme),
    default: |_, _| text("http"),
    blank: Blank::Default,
    applies: |config| !config.proxy_host.is_blank(),
    sample: "https",
    ..Field::with(InModule::Takes)
};

/// `proxy_user`
pub static PROXY_USER: Field = Field {
    key: "proxy_user",
    label: "Proxy user",
    help: "Only for a proxy that asks for one.",
    docs: sources::PROXY,
    kind: Kind::Identifier(slot!(proxy_user)),
    applies: |config| !config.proxy_host.is_blank(),
    sample: "delegate",
    ..Field::with(InModule::Takes)
};

/// `proxy_password_secret_arn`
pub static PROXY_PASSWORD_SECRET_ARN: Field = Field {
    key: "proxy_password_secret_arn",
    label: "ARN of the proxy password's secret",
    help: "The secret in AWS Secrets Manager whose value is the proxy's password. If there is none yet, leave this blank: the commands and scripts create it.",
    command: "aws secretsmanager list-secrets --query 'SecretList[].ARN'",
    docs: sources::SECRETS,
    kind: Kind::Identifier(slot!(proxy_password_secret_arn)),
    is_long: true,
    names_secret: true,
    blank: Blank::Found {
        placeholder: "<PROXY_PASSWORD_SECRET_ARN>",
    },
    applies: |config| !config.proxy_host.is_blank() && config.proxy_password.is_blank(),
    sample: "arn:aws:secretsmanager:us-west-2:012345678901:secret:proxy-g7H8i9",
    ..Field::with(InModule::CannotExpressWhere(Config::has_proxy_password_secret))
};

/// `proxy_password`
pub static PROXY_PASSWORD: Field = Field {
    key: "proxy_password",
    label: "Proxy password in plain text",
    help: "It will stand in the task definition, readable by anyone who may describe it. The secret above is the better place.",
    docs: sources::PROXY,
    kind: Kind::Secret(slot!(proxy_password)),
    applies: |config| !config.proxy_host.is_blank(),
    sample: "not-a-real-password",
    ..Field::with(InModule::Takes)
};

/// `no_proxy`
pub static NO_PROXY: Field = Field {
    key: "no_proxy",
    label: "Reached without the proxy",
    help: "Hosts and domain suffixes between commas. Address ranges such as 10.0.0.0/8 are not understood.",
    docs: sources::PROXY,
    kind: Kind::Identifier(slot!(no_proxy)),
    applies: |config| !config.proxy_host.is_blank(),
    sample: "localhost,.internal",
    ..Field::with(InModule::Takes)
};
