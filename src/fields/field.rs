//! One entry of the table.

use super::asked::Asked;
use super::blank::Blank;
use super::defaults::DefaultText;
use super::in_module::InModule;
use super::kind::{ChoiceSlot, Kind};
use crate::choices::{self, Choice, LaunchType, Start};
use crate::config::Config;

/// One input: everything that is known of it before a user comes.
#[derive(Debug)]
pub struct Field {
    /// Its name in links, attributes and the form. Stable: documentation pages link to it.
    pub key: &'static str,
    /// The words above the input.
    pub label: &'static str,
    /// What the value is, in one line.
    pub help: &'static str,
    /// Where in Harness or AWS to find it; may be blank.
    pub find: &'static str,
    /// The command that prints it; may be blank.
    pub command: &'static str,
    /// Where it is documented.
    pub docs: &'static str,
    /// What its text is and where reading puts it.
    pub kind: Kind,
    /// The default text; for rows the one row that there is, blank for none.
    pub default: fn(Start, LaunchType) -> DefaultText,
    /// What a blank text means.
    pub blank: Blank,
    /// When the page asks for it at once.
    pub asked: Asked,
    /// Whether it has an effect in this configuration.
    pub applies: fn(&Config) -> bool,
    /// Texts that are offered; others may be typed.
    pub suggestions: fn() -> Vec<(String, String)>,
    /// The only numbers that there are in this configuration: they are chosen, not typed. None where any number may be
    /// right.
    pub offers: Option<fn(&Config) -> Vec<u64>>,
    /// What the Terraform module makes of it.
    pub in_module: InModule,
    /// A legal text that is no default, as an example and for the tests.
    pub sample: &'static str,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Field {}

impl Field {
    /// What most fields have in common; an entry states the rest. What the Terraform module makes of it is common to
    /// none.
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
            in_module,
            sample: "",
        }
    }

    /// The default texts: one, or the rows.
    pub fn default_texts(&self, start: Start, launch_type: LaunchType) -> Vec<String> {
        let text = (self.default)(start, launch_type).as_str();
        if self.kind.has_rows() && text.is_empty() {
            vec![]
        } else {
            vec![text.to_owned()]
        }
    }

    /// What the outputs show while it is blank and required, or derived from a field that is missing.
    pub fn placeholder(&self) -> Option<&'static str> {
        match self.blank {
            Blank::Required { placeholder, .. } | Blank::DerivedOr { placeholder } => Some(placeholder),
            Blank::Derived | Blank::Empty | Blank::Absent | Blank::Default => None,
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
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                (slot.get)(config).derived.as_ref().map(ToString::to_string)
            }
            Kind::Number(_, slot) => (slot.get)(config).derived.map(|n| n.to_string()),
            _ => None,
        }
    }

    /// Whether a text was given for it other than its default. A choice, a flag and rows do not say so.
    pub fn is_given(&self, config: &Config) -> bool {
        match &self.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => (slot.get)(config).origin.is_given,
            Kind::Number(_, slot) => (slot.get)(config).origin.is_given,
            Kind::FreeText(slot) => (slot.get)(config).origin.is_given,
            Kind::List(slot) => (slot.get)(config).origin.is_given,
            Kind::Flag(_) | Kind::Choice(..) | Kind::Rows(_) => false,
        }
    }
}
