//! What every delegate needs.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::{docs_only, text};
use super::field::Field;
use super::in_module::InModule;
use super::kind::{Kind, choice, slot};
use super::section::{Place, Section};
use crate::choices::{LaunchType, Start, TokenSource, Way};
use crate::config::Config;
use crate::facts::sources;
use crate::facts::{harness, regions};

/// What every delegate needs.
pub static ESSENTIALS_SECTION: Section = Section {
    title: "Essentials",
    place: Place::Asked,
    in_force: |_, _| String::new(),
    fields: &[
        &LAUNCH_TYPE,
        &DELEGATE_NAME,
        &ACCOUNT_ID,
        &MANAGER_URL,
        &TOKEN_SOURCE,
        &TOKEN_SECRET_ARN,
        &TOKEN,
        &IMAGE,
    ],
};

/// `launch_type`
pub static LAUNCH_TYPE: Field = Field {
    key: "launch_type",
    label: "Launch type",
    help: "What the delegate's task runs on: machines that AWS runs (Fargate), or the container instances of your cluster (EC2).",
    find: "EC2 needs a cluster that has container instances; Fargate needs nothing but subnets.",
    docs: sources::SERVICE,
    kind: choice!(launch_type: LaunchType),
    default: |_, _| text("FARGATE"),
    blank: Blank::Default,
    sample: "EC2",
    ..Field::with(InModule::NotConcerned)
};

/// `delegate_name`
pub static DELEGATE_NAME: Field = Field {
    key: "delegate_name",
    label: "Delegate name",
    help: "Delegates of one name are replicas.",
    find: "You choose it: lowercase letters, digits and dashes, beginning and ending with a letter. The delegate registers with Harness under this name.",
    docs: sources::VARIABLES,
    kind: Kind::Identifier(slot!(delegate_name)),
    blank: Blank::Required {
        placeholder: "<DELEGATE_NAME>",
        when: |_| true,
    },
    asked: Asked::WhereRequired(Group::Harness),
    sample: "build-blue",
    ..Field::with(InModule::Takes)
};

/// `account_id`
pub static ACCOUNT_ID: Field = Field {
    key: "account_id",
    label: "Harness account ID",
    help: "22 letters, digits, dashes and underscores.",
    find: "Harness: Account Settings, Overview, Account Id. It also stands behind /account/ in the address of every Harness page.",
    docs: sources::VARIABLES,
    kind: Kind::Identifier(slot!(account_id)),
    blank: Blank::Required {
        placeholder: "<ACCOUNT_ID>",
        when: |_| true,
    },
    asked: Asked::WhereRequired(Group::Harness),
    sample: "6_vVHzo9Qeu9fXvj-AcQCb",
    ..Field::with(InModule::Takes)
};

/// `manager_url`
pub static MANAGER_URL: Field = Field {
    key: "manager_url",
    label: "Harness manager URL",
    help: "The Harness cluster that hosts your account.",
    find: "Without a slash at the end. Harness: Account Settings, Overview, Harness Cluster Hosting Account; or MANAGER_HOST_AND_PORT in the docker run command that Harness shows.",
    docs: sources::VARIABLES,
    kind: Kind::Identifier(slot!(manager_url)),
    is_url: true,
    blank: Blank::Required {
        placeholder: "<MANAGER_HOST_AND_PORT>",
        when: |_| true,
    },
    suggestions: || {
        harness::MANAGERS
            .iter()
            .map(|(url, name)| ((*url).into(), (*name).into()))
            .collect()
    },
    asked: Asked::WhereRequired(Group::Harness),
    sample: "https://app.harness.io",
    ..Field::with(InModule::Takes)
};

/// `token_source`
pub static TOKEN_SOURCE: Field = Field {
    key: "token_source",
    label: "Delegate token comes from",
    help: "Many people may read a task definition. Secrets Manager keeps the token out of it.",
    docs: sources::SECRETS,
    kind: choice!(token_source: TokenSource),
    default: |start, _| match start {
        Start::Docs => text("plain"),
        Start::Recommended => text("secretsmanager"),
    },
    blank: Blank::Default,
    asked: Asked::Always(Group::Token),
    sample: "plain",
    ..Field::with(InModule::Fixes("secretsmanager"))
};

/// `token_secret_arn`
pub static TOKEN_SECRET_ARN: Field = Field {
    key: "token_secret_arn",
    label: "ARN of the token's secret",
    help: "The secret whose value is the delegate token.",
    find: "If there is none yet, leave this blank: the commands and scripts create it. AWS console: Secrets Manager, the secret, Secret ARN (it ends in a dash and six characters).",
    command: "aws secretsmanager list-secrets --query 'SecretList[].ARN'",
    docs: sources::SECRETS,
    kind: Kind::Identifier(slot!(token_secret_arn)),
    is_long: true,
    names_secret: true,
    blank: Blank::Required {
        placeholder: "<TOKEN_SECRET_ARN>",
        when: Config::is_module,
    },
    applies: |config| config.has_token_secret(),
    asked: Asked::Offered(Group::Token),
    sample: "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3",
    ..Field::with(InModule::Takes)
};

/// `token`
pub static TOKEN: Field = Field {
    key: "token",
    label: "Delegate token",
    help: "Anyone who may describe the task can read it. It is in no link.",
    find: "Harness: Account Settings, Delegates, Tokens.",
    docs: sources::TOKENS,
    kind: Kind::Secret(slot!(token)),
    blank: Blank::Required {
        placeholder: "<DELEGATE_TOKEN>",
        when: |config| config.way == Way::Cli,
    },
    applies: |config| !config.has_token_secret(),
    asked: Asked::Offered(Group::Token),
    sample: "not-a-real-token",
    ..Field::with(InModule::CannotExpress)
};

/// `image`
pub static IMAGE: Field = Field {
    key: "image",
    label: "Delegate image",
    help: "One release: harness/delegate:yy.mm.xxxxx",
    find: "Delegates on ECS are not upgraded by themselves. The last line of the docker run command that Harness shows, or the newest tag at hub.docker.com/r/harness/delegate/tags.",
    docs: sources::IMAGES,
    kind: Kind::Identifier(slot!(image)),
    is_long: true,
    default: |start, _| docs_only(start, "harness/delegate:22.12.77802"),
    blank: Blank::Required {
        placeholder: "<IMAGE>",
        when: |_| true,
    },
    asked: Asked::WhereRequired(Group::Harness),
    sample: "harness/delegate:26.10.87203",
    ..Field::with(InModule::Takes)
};

/// `region`
pub static REGION: Field = Field {
    key: "region",
    label: "AWS Region",
    help: "Where the delegate runs.",
    find: "AWS console: top right, beside your name.",
    command: "aws configure get region",
    docs: sources::ENDPOINTS,
    kind: Kind::Identifier(slot!(region)),
    blank: Blank::Required {
        placeholder: "<REGION>",
        // Terraform asks for the Region when it runs.
        when: |config| config.way != Way::Terraform,
    },
    suggestions: || {
        regions::REGIONS
            .iter()
            .map(|(region, name)| ((*region).into(), (*name).into()))
            .collect()
    },
    asked: Asked::WhereRequired(Group::Aws),
    sample: "us-west-2",
    ..Field::with(InModule::Takes)
};
