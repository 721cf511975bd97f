//! From the text of a form to a typed configuration. Never fails: what cannot be read is a finding, and blank in
//! the configuration. It judges no rule of AWS.

mod derived;
mod number;
mod text;

use crate::choices::Choice;
use crate::config::{Config, Given, Row, Value};
use crate::fields::{DefaultText, FIELDS, Field, Kind, Slot, Unit};
use crate::finding::{Edit, Finding, Fix, Severity, short};
use crate::form::Form;
use std::borrow::Cow;

pub use derived::role_name;
pub use text::clean;

/// A text as the field's choices have it: cleaned, and a number in plain digits.
pub fn canonical(field: &Field, text: &str) -> String {
    let cleaned = text::clean(text);
    match &field.kind {
        Kind::Number(unit, _) => number::parse(*unit, &cleaned).map(|number| number.to_string()),
        _ => None,
    }
    .unwrap_or_else(|| cleaned.into_owned())
}

/// Reads a form: its configuration, and what could not be read or was cleaned.
pub fn read(form: &Form) -> (Config, Vec<Finding>) {
    let mut config = Config {
        carried: form.carried.clone(),
        ..Config::default()
    };
    let mut findings = Vec::new();
    for field in FIELDS.iter().copied() {
        let texts = form.texts(field);
        let is_blank = texts.iter().all(|text| text.trim().is_empty());
        if form.is_touched(field) {
            if !is_blank {
                config.touched.push(field.key);
            }
        } else if let DefaultText::Placeholder(_) = (field.default)(form.start(), form.launch_type()) {
            config.untouched_placeholders.push(field.key);
        }
        let default = form.default_texts(field).pop().unwrap_or_default();
        let mut reading = Reading {
            field,
            default: &default,
            findings: &mut findings,
        };
        reading.read(&texts, &mut config);
    }
    derived::derive(form.start(), &mut config);
    (config, findings)
}

/// Reading one field.
struct Reading<'a> {
    field: &'static Field,
    default: &'a str,
    findings: &'a mut Vec<Finding>,
}

impl Reading<'_> {
    fn read(&mut self, texts: &[String], config: &mut Config) {
        let text = texts.first().map_or("", String::as_str);
        match &self.field.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                let text = self.cleaned(text);
                (slot.set)(config).given = if text.is_empty() {
                    Given::Blank
                } else {
                    Given::Typed(text)
                };
            }
            Kind::FreeText(slot) => {
                self.look_for_accidents(text, None);
                text.clone_into((slot.set)(config));
            }
            Kind::Number(unit, slot) => self.number(*unit, text, (slot.set)(config)),
            Kind::Flag(slot) => self.flag(text, slot, config),
            Kind::Choice(choices, slot) => {
                if let Some(at) = self.choice(text, choices) {
                    (slot.set)(config, at);
                }
            }
            Kind::List(slot) => {
                *(slot.set)(config) = text
                    .split(|c: char| c == ',' || c.is_whitespace())
                    .map(|item| self.cleaned(item))
                    .filter(|item| !item.is_empty())
                    .collect();
            }
            Kind::Rows(rows) => {
                *(rows.slot.set)(config) = self.rows(texts);
                config.row_texts.push((self.field.key, texts.to_vec()));
            }
        }
    }

    fn cleaned(&mut self, text: &str) -> String {
        let cleaned = text::clean(text);
        if cleaned != text {
            let (message, fix) = if self.field.is_secret() {
                (
                    "It had blanks or invisible characters around it or in it; they were left out."
                        .to_owned(),
                    None,
                )
            } else {
                (
                    format!("It had blanks or invisible characters; it was read as `{cleaned}`."),
                    (!matches!(self.field.kind, Kind::List(_)))
                        .then(|| Fix::set("Keep only what was read", self.field, cleaned.as_ref())),
                )
            };
            self.add(CLEANED_VALUE, Severity::Info, None, message, CLEANED, fix);
        }
        cleaned.into_owned()
    }

    fn look_for_accidents(&mut self, text: &str, row: Option<(usize, &str)>) {
        let Some(tidied) = text::tidied(text) else { return };
        let whole = row.map_or_else(|| tidied.clone(), |(_, name)| format!("{name}={tidied}"));
        let fix = Fix {
            title: "Remove them".into(),
            edits: vec![Edit::set(self.field, whole)],
        };
        self.add(
            ACCIDENTAL_WHITESPACE,
            Severity::Info,
            row.map(|(index, _)| index),
            "It begins or ends with white space, or holds carriage returns or invisible characters. They are kept."
                .to_owned(),
            "The delegate gets them as they stand, and compares texts to the letter.",
            row.is_none().then_some(fix),
        );
    }

    fn number(&mut self, unit: Unit, text: &str, value: &mut Value<u64>) {
        let cleaned = text::clean(text);
        value.given = match number::parse(unit, &cleaned) {
            _ if cleaned.is_empty() => Given::Blank,
            Some(number) => Given::Typed(number),
            None => {
                let message = if cleaned.bytes().all(|b| b.is_ascii_digit()) {
                    format!(
                        "`{}` is more than AWS takes: at most {}.",
                        short(&cleaned),
                        number::MAX
                    )
                } else {
                    format!("`{}` is not {}.", short(&cleaned), number::wanted(unit))
                };
                self.unreadable(None, message);
                Given::Unreadable
            }
        };
    }

    fn flag(&mut self, text: &str, slot: &Slot<bool>, config: &mut Config) {
        let cleaned = text::clean(text);
        if !cleaned.is_empty() && cleaned != "true" && cleaned != "false" {
            self.unreadable(
                None,
                format!("`{}` is neither `true` nor `false`.", short(&cleaned)),
            );
        }
        *(slot.set)(config) = match cleaned.as_ref() {
            "true" => true,
            "false" => false,
            _ => self.default == "true",
        };
    }

    fn choice(&mut self, text: &str, choices: &[Choice]) -> Option<usize> {
        let cleaned = text::clean(text);
        let position = |wanted: &str| choices.iter().position(|choice| choice.value == wanted);
        position(&cleaned).or_else(|| {
            if !cleaned.is_empty() {
                let all: Vec<_> = choices
                    .iter()
                    .map(|choice| format!("`{}`", choice.value))
                    .collect();
                let message = format!("`{}` is none of {}.", short(&cleaned), all.join(", "));
                let same = choices
                    .iter()
                    .find(|choice| choice.value.eq_ignore_ascii_case(&cleaned));
                let instead = same.map_or(self.default, |choice| choice.value).to_owned();
                self.unreadable_with(None, message, Some(use_instead(self.field, &instead)));
            }
            position(self.default)
        })
    }

    fn rows(&mut self, texts: &[String]) -> Vec<Row> {
        let mut rows = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            match text.split_once('=') {
                _ if text.trim().is_empty() => {}
                Some((name, value)) if !text::clean(name).is_empty() => {
                    let cleaned = text::clean(name).into_owned();
                    if cleaned != name {
                        let message = format!(
                            "The name had blanks or invisible characters; it was read as `{cleaned}`."
                        );
                        self.add(CLEANED_VALUE, Severity::Info, Some(index), message, CLEANED, None);
                    }
                    self.look_for_accidents(value, Some((index, &cleaned)));
                    rows.push(Row {
                        name: cleaned,
                        value: value.to_owned(),
                        index,
                    });
                }
                _ => {
                    let message = format!(
                        "Row {} is not of the form NAME=value; it was left out.",
                        index + 1
                    );
                    self.unreadable_with(Some(index), message, None);
                }
            }
        }
        rows
    }

    fn unreadable(&mut self, row: Option<usize>, message: String) {
        let fix = use_instead(self.field, self.default);
        self.unreadable_with(row, message, Some(fix));
    }

    fn unreadable_with(&mut self, row: Option<usize>, message: String, fix: Option<Fix>) {
        self.add(
            "unreadable-value",
            Severity::Error,
            row,
            message,
            "The outputs are made as if it were blank.",
            fix,
        );
    }

    fn add(
        &mut self,
        rule: &'static str,
        severity: Severity,
        row: Option<usize>,
        message: String,
        consequence: &'static str,
        fix: Option<Fix>,
    ) {
        let (field, link) = (Cow::Borrowed(self.field.key), self.field.docs);
        self.findings.push(Finding {
            rule,
            severity,
            field,
            row,
            message,
            consequence,
            link,
            fix,
        });
    }
}

/// Ids of the findings about what nobody sees in a text.
const CLEANED_VALUE: &str = "cleaned-value";
const ACCIDENTAL_WHITESPACE: &str = "accidental-whitespace";

/// Whether a finding is about what nobody sees in a text.
pub fn is_cleaning(rule: &str) -> bool {
    rule == CLEANED_VALUE || rule == ACCIDENTAL_WHITESPACE
}

const CLEANED: &str = "Names, IDs, ARNs, URLs and numbers never hold them; they come along when one copies.";

fn use_instead(field: &'static Field, text: &str) -> Fix {
    if text.is_empty() {
        Fix::clear("Clear it", field)
    } else {
        Fix::set(format!("Use {text}"), field, text)
    }
}

#[cfg(test)]
mod tests;
