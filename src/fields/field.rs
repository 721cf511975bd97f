//! One entry of the field table.

use super::asked::Asked;
use super::blank::Blank;
use super::defaults::DefaultText;
use super::in_module::InModule;
use super::kind::{ChoiceSlot, Kind};
use crate::choices::{self, Choice, LaunchType, Start};
use crate::config::Config;

/// One input: everything about it that does not depend on the user.
#[derive(Debug)]
pub struct Field {
    /// Its name in links, attributes and the form. It must not change: documentation pages link to it.
    pub key: &'static str,
    /// The label above the input.
    pub label: &'static str,
    /// What the value is, in one line.
    pub help: &'static str,
    /// Where to find the value in Harness or AWS. May be blank.
    pub find: &'static str,
    /// The command that prints the value. May be blank.
    pub command: &'static str,
    /// The URL of its documentation.
    pub docs: &'static str,
    /// What its text means, and where reading puts it.
    pub kind: Kind,
    /// The default text. For a field with rows it is the only row, or blank if the field starts without rows.
    pub default: fn(Start, LaunchType) -> DefaultText,
    /// What a blank text means.
    pub blank: Blank,
    /// When the page asks for it up front.
    pub asked: Asked,
    /// Whether it has an effect in this configuration.
    pub applies: fn(&Config) -> bool,
    /// Texts that the input suggests, each with its label. The user may type others.
    pub suggestions: fn() -> Vec<(String, String)>,
    /// The only numbers that are valid in this configuration: the user chooses one instead of typing. `None` if any
    /// number may be valid.
    pub offers: Option<fn(&Config) -> Vec<u64>>,
    /// Whether its text is a URL, for which phones have a keyboard of their own.
    pub is_url: bool,
    /// Whether its text is often longer than a line, such as an ARN: the input wraps it.
    pub is_long: bool,
    /// Whether its text is the ARN of a secret. Any other text in it is taken for the secret itself.
    pub names_secret: bool,
    /// What the Terraform module does with it.
    pub in_module: InModule,
    /// A valid text that is not the default, as an example and for the tests.
    pub sample: &'static str,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Field {}

impl Field {
    /// The values that most fields share; an entry states the rest. What the Terraform module does with a field has no
    /// usual value, so every entry must state it.
    pub(super) const fn with(in_module: InModule) -> Self {
        Self {
            key: "",
            label: "",
            help: "",
            find: "",
            command: "",
            docs: "",
            kind: Kind::Choice(
                &[],
                ChoiceSlot {
                    get: |_| None,
                    set: |_, _| {},
                },
            ),
            default: |_, _| DefaultText::Text(""),
            blank: Blank::Absent,
            asked: Asked::Never,
            applies: |_| true,
            suggestions: Vec::new,
            offers: None,
            is_url: false,
            is_long: false,
            names_secret: false,
            in_module,
            sample: "",
        }
    }

    /// Returns the default texts: one, or the rows.
    pub fn default_texts(&self, start: Start, launch_type: LaunchType) -> Vec<String> {
        let text = (self.default)(start, launch_type).as_str();
        if self.kind.has_rows() && text.is_empty() {
            vec![]
        } else {
            vec![text.to_owned()]
        }
    }

    /// Returns what the files show while the field is blank, if it is required, found by `commands.sh`, or derived from a field that is missing.
    pub fn placeholder(&self) -> Option<&'static str> {
        match self.blank {
            Blank::Required { placeholder, .. }
            | Blank::Found { placeholder }
            | Blank::DerivedOr { placeholder } => Some(placeholder),
            Blank::Derived | Blank::Empty | Blank::Absent | Blank::Default => None,
        }
    }

    /// Returns the texts that the user can choose from in this configuration, each with its label. Empty if the user
    /// types the text.
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

    /// Returns the value that was derived for the field, as a text.
    pub fn derived(&self, config: &Config) -> Option<String> {
        match &self.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                (slot.get)(config).derived.as_ref().map(ToString::to_string)
            }
            Kind::Number(_, slot) => (slot.get)(config).derived.map(|n| n.to_string()),
            _ => None,
        }
    }
}
