//! The field table: one entry per input. The form, the share link, the reading, the reference in the docs and
//! the tests are all made from it.

mod delegate;
mod essentials;
mod output;
mod permissions;
mod proxy;
mod service;
mod task;

use crate::choices::{self, Choice, LaunchType, Start};
use crate::config::{Config, Row, Value};
use crate::secrets;

pub use delegate::*;
pub use essentials::*;
pub use output::*;
pub use permissions::*;
pub use proxy::*;
pub use service::*;
pub use task::*;

/// One input: everything that is known of it before a user comes.
#[derive(Debug)]
pub struct Field {
    /// Its name in links, attributes and the form. Stable: documentation pages link to it.
    pub key: &'static str,
    /// What stands over the input.
    pub label: &'static str,
    /// What the value is, in one line.
    pub help: &'static str,
    /// Where in Harness or AWS to find it; may be blank.
    pub find: &'static str,
    /// The command that prints it; may be blank.
    pub command: &'static str,
    /// Where it is documented.
    pub docs: &'static str,
    /// The part of the form where it stands.
    pub section: Section,
    /// What its text is and where reading puts it.
    pub kind: Kind,
    /// The default text; for rows the one row that there is, blank for none.
    pub default: fn(Start, LaunchType) -> &'static str,
    /// What a blank text means.
    pub blank: Blank,
    /// Whether it has an effect in this configuration.
    pub applies: fn(&Config) -> bool,
    /// Texts that are offered; others may be typed.
    pub suggestions: fn() -> Vec<(String, String)>,
    /// The only numbers that there are in this configuration: they are chosen, not typed. None where any number may be
    /// right.
    pub offers: Option<fn(&Config) -> Vec<u64>>,
    /// Whether it is a secret: in no link, no storage, no log.
    pub secret: bool,
    /// A legal text that is no default, as an example and for the tests.
    pub sample: &'static str,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Field {}

/// The parts of the form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Open from the start.
    Essentials,
    /// Where the defaults come from.
    StartingPoint,
    /// Subnets, security groups, public IP.
    Network,
    /// CPU, memory, disk, processor, replicas.
    Size,
    /// What the delegate is told.
    Delegate,
    /// The proxy between the delegate and Harness.
    Proxy,
    /// Cluster and service.
    Service,
    /// The container.
    Container,
    /// CloudWatch Logs.
    Logs,
    /// Account and roles.
    Permissions,
    /// What is chosen beside the output, by tabs.
    Output,
}

impl Section {
    /// All of them that the form shows, in order.
    pub const ALL: &[Self] = &[
        Self::Essentials,
        Self::StartingPoint,
        Self::Network,
        Self::Size,
        Self::Delegate,
        Self::Proxy,
        Self::Service,
        Self::Container,
        Self::Logs,
        Self::Permissions,
    ];

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Essentials => "Essentials",
            Self::StartingPoint => "Starting point",
            Self::Network => "Network",
            Self::Size => "Size and replicas",
            Self::Delegate => "Delegate settings",
            Self::Proxy => "Proxy",
            Self::Service => "Cluster and service",
            Self::Container => "Task and container",
            Self::Logs => "Logs",
            Self::Permissions => "Account and IAM roles",
            Self::Output => "Output",
        }
    }

    /// Its fields, in order.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        FIELDS.iter().copied().filter(move |field| field.section == self)
    }
}

/// The member of the [`Config`] that a field's text is read into.
#[derive(Debug)]
pub struct Slot<T> {
    /// Reads it.
    pub get: fn(&Config) -> &T,
    /// Writes it.
    pub set: fn(&mut Config) -> &mut T,
}

/// What a field's text is, and where reading puts it.
#[derive(Debug)]
pub enum Kind {
    /// A name, an ID, an ARN, a URL: trimmed, and cleaned of invisible characters.
    Identifier(Slot<Value<String>>),
    /// Text that is kept exactly as given; blank is the empty text.
    FreeText(Slot<String>),
    /// The same with a secret in it: on one line, and cleaned like an identifier.
    Secret(Slot<Value<String>>),
    /// A whole number in a unit.
    Number(Unit, Slot<Value<u64>>),
    /// `true` or `false`.
    Flag(Slot<bool>),
    /// One of a closed set; the setter takes its position.
    Choice(&'static [Choice], fn(&mut Config, usize)),
    /// Identifiers between commas.
    List(Slot<Vec<String>>),
    /// Rows of `NAME=value`.
    Rows(Slot<Vec<Row>>),
}

impl Kind {
    /// Whether the field has any number of texts instead of one.
    pub fn has_rows(&self) -> bool {
        matches!(self, Self::Rows(_))
    }
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// CPU units, 1024 to the vCPU; `1 vCPU` and `0.5 vCPU` are read too.
    Cpu,
    /// MiB; `2 GB`, `2048Mi` and the like are read too.
    Mebibytes,
    /// GiB.
    Gibibytes,
    /// Seconds.
    Seconds,
    /// Days.
    Days,
    /// Percent.
    Percent,
    /// A TCP port.
    Port,
    /// Things.
    Count,
}

impl Unit {
    /// What stands behind the input.
    pub fn label(self) -> &'static str {
        match self {
            Self::Cpu => "CPU units",
            Self::Mebibytes => "MiB",
            Self::Gibibytes => "GiB",
            Self::Seconds => "seconds",
            Self::Days => "days",
            Self::Percent => "%",
            Self::Port | Self::Count => "",
        }
    }

    /// A number of it, in its own unit and in the one in which people think.
    pub fn described(self, number: u64) -> String {
        let hundredths = number % 1024 * 100 / 1024;
        let fraction = match hundredths {
            0 => String::new(),
            tens if tens % 10 == 0 => format!(".{}", tens / 10),
            _ => format!(".{hundredths:02}"),
        };
        let thousands = number / 1024;
        match self {
            Self::Cpu => format!("{number} ({thousands}{fraction} vCPU)"),
            Self::Mebibytes => format!("{number} MiB ({thousands}{fraction} GB)"),
            _ => number.to_string(),
        }
    }
}

/// What a blank text means.
#[derive(Debug)]
pub enum Blank {
    /// It has to be given where `when` says so: the outputs show the placeholder, and it is listed as missing.
    Required {
        /// `<UPPER_CASE>`
        placeholder: &'static str,
        /// Whether the files of the open way lack it.
        when: fn(&Config) -> bool,
    },
    /// Another value follows for it from other fields.
    Derived,
    /// The outputs have the empty text.
    Empty,
    /// The member is left out.
    Absent,
    /// The default takes effect: a choice cannot be blank.
    Default,
}

impl Field {
    /// The default texts: one, or the rows.
    pub fn default_texts(&self, start: Start, launch_type: LaunchType) -> Vec<String> {
        let text = (self.default)(start, launch_type);
        if self.kind.has_rows() && text.is_empty() {
            vec![]
        } else {
            vec![text.to_owned()]
        }
    }

    /// What of these texts may stand in a link: nothing of a secret, no row that is named like one, no user
    /// information of a URL.
    pub fn public_texts(&self, texts: &[String]) -> Option<Vec<String>> {
        if self.secret {
            return None;
        }
        let public = texts
            .iter()
            .filter(|text| !(self.kind.has_rows() && secrets::is_secret_row(text)));
        Some(
            public
                .map(|text| secrets::without_user_information(text))
                .collect(),
        )
    }

    /// The placeholder that stands for it in the outputs while it is missing.
    pub fn placeholder(&self) -> &'static str {
        match self.blank {
            Blank::Required { placeholder, .. } => placeholder,
            _ => "",
        }
    }

    /// The texts that can be chosen here and what each is called; none where the text is typed.
    pub fn offered(&self, config: &Config) -> Vec<(String, String)> {
        let called = |choice: &Choice| (choice.value.to_owned(), choice.label.to_owned());
        match (&self.kind, self.offers) {
            (Kind::Choice(choices, _), _) => choices.iter().map(called).collect(),
            (Kind::Flag(_), _) => choices::FLAG.iter().map(called).collect(),
            (Kind::Number(unit, _), Some(offers)) => {
                let numbers = offers(config).into_iter();
                numbers
                    .map(|number| (number.to_string(), unit.described(number)))
                    .collect()
            }
            _ => vec![],
        }
    }

    /// What was derived for it, as a text.
    pub fn derived(&self, config: &Config) -> Option<String> {
        match &self.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => (slot.get)(config).derived.clone(),
            Kind::Number(_, slot) => (slot.get)(config).derived.map(|n| n.to_string()),
            _ => None,
        }
    }

    /// Whether the form shows it: it has an effect, or holds a value that was given.
    pub fn is_shown(&self, config: &Config) -> bool {
        self.section != Section::Output && ((self.applies)(config) || config.is_touched(self.key))
    }

    /// Whether it stands beside the output: it is about the open way alone. The way itself is chosen by tabs.
    pub fn is_beside_output(&self, config: &Config) -> bool {
        self.section == Section::Output && self.key != "way" && (self.applies)(config)
    }

    /// Whether the open way still lacks it: blank where it is required, or with the placeholder with which the
    /// start begins.
    pub fn is_missing(&self, config: &Config) -> bool {
        if !(self.applies)(config) {
            return false;
        }
        if config.untouched_placeholders.contains(&self.key) {
            return true;
        }
        let Blank::Required { when, .. } = self.blank else {
            return false;
        };
        let blank = match &self.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                let value = (slot.get)(config);
                value.is_blank() && value.derived.is_none()
            }
            Kind::Number(_, slot) => (slot.get)(config).is_blank() && (slot.get)(config).derived.is_none(),
            Kind::List(slot) => (slot.get)(config).is_empty(),
            _ => false,
        };
        blank && when(config)
    }
}

/// The field with this key.
pub fn field(key: &str) -> Option<&'static Field> {
    FIELDS.iter().copied().find(|field| field.key == key)
}

/// What the files of the open way still lack, in the order of the form.
pub fn missing(config: &Config) -> Vec<&'static Field> {
    FIELDS
        .iter()
        .copied()
        .filter(|field| field.is_missing(config))
        .collect()
}

macro_rules! slot {
    ($member:ident) => {
        crate::fields::Slot {
            get: |config| &config.$member,
            set: |config| &mut config.$member,
        }
    };
}
macro_rules! choice {
    ($member:ident: $choices:ty) => {
        crate::fields::Kind::Choice(<$choices>::CHOICES, |config, at| {
            config.$member = <$choices>::ALL[at]
        })
    };
}
pub(crate) use {choice, slot};

/// What most fields have in common; an entry states the rest.
pub(crate) const FIELD: Field = Field {
    key: "",
    label: "",
    help: "",
    find: "",
    command: "",
    docs: "",
    section: Section::Essentials,
    kind: Kind::Choice(&[], |_, _| {}),
    default: |_, _| "",
    blank: Blank::Absent,
    applies: |_| true,
    suggestions: Vec::new,
    offers: None,
    secret: false,
    sample: "",
};

/// The default of a field that the documentation's samples have and `recommended` has not.
pub(crate) const fn docs_only(start: Start, text: &'static str) -> &'static str {
    match start {
        Start::Docs => text,
        Start::Recommended => "",
    }
}

/// The default of a field that `recommended` has and the documentation's samples have not.
pub(crate) const fn recommended_only(start: Start, text: &'static str) -> &'static str {
    match start {
        Start::Docs => "",
        Start::Recommended => text,
    }
}

/// The default of a flag that `recommended` sets and the documentation's samples don't.
pub(crate) const fn recommended_flag(start: Start) -> &'static str {
    match start {
        Start::Docs => "false",
        Start::Recommended => "true",
    }
}

pub(crate) const TASK_PARAMETERS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html";
pub(crate) const SERVICE_PARAMETERS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html";
pub(crate) const DELEGATE_VARIABLES: &str =
    "https://developer.harness.io/docs/platform/delegates/delegate-reference/delegate-environment-variables";

/// Every field, in the order of the form and of a link.
pub static FIELDS: &[&Field] = &[
    &LAUNCH_TYPE,
    &DELEGATE_NAME,
    &ACCOUNT_ID,
    &MANAGER_URL,
    &TOKEN_SOURCE,
    &TOKEN_SECRET_ARN,
    &TOKEN,
    &IMAGE,
    &REGION,
    &START,
    &SUBNETS,
    &SECURITY_GROUPS,
    &ASSIGN_PUBLIC_IP,
    &CPU,
    &MEMORY,
    &DESIRED_COUNT,
    &ARCHITECTURE,
    &EPHEMERAL_STORAGE,
    &DELEGATE_TAGS,
    &DELEGATE_DESCRIPTION,
    &LOG_SERVICE_URL,
    &INIT_SCRIPT,
    &ENV,
    &SECRET_ENV,
    &PROXY_HOST,
    &PROXY_PORT,
    &PROXY_SCHEME,
    &PROXY_USER,
    &PROXY_PASSWORD_SECRET_ARN,
    &PROXY_PASSWORD,
    &NO_PROXY,
    &CLUSTER,
    &CREATE_CLUSTER,
    &SERVICE_NAME,
    &CAPACITY,
    &PLATFORM_VERSION,
    &CIRCUIT_BREAKER,
    &MINIMUM_HEALTHY_PERCENT,
    &MAXIMUM_PERCENT,
    &ENABLE_EXECUTE_COMMAND,
    &PROPAGATE_TAGS,
    &ENABLE_ECS_MANAGED_TAGS,
    &TAGS,
    &FAMILY,
    &CONTAINER_NAME,
    &CONTAINER_CPU,
    &CONTAINER_MEMORY,
    &CONTAINER_PORT,
    &HOSTNAME,
    &STOP_TIMEOUT,
    &HEALTH_CHECK,
    &LOGS,
    &LOG_GROUP,
    &LOG_RETENTION,
    &AWS_ACCOUNT_ID,
    &CREATE_ROLES,
    &EXECUTION_ROLE_ARN,
    &TASK_ROLE_ARN,
    &TASK_ROLE_PERMISSIONS,
    &ASSUME_ROLE_ARNS,
    &S3_BUCKET,
    &KMS_KEY_ID,
    &WAY,
    &TERRAFORM_SOURCE,
    &TERRAFORM_IMPORT,
    &TEMPLATE_URL,
];

#[cfg(test)]
mod tests;
