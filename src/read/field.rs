//! Reads the texts of one field.

use super::number;
use crate::choices::Choice;
use crate::clean::{clean, tidied};
use crate::config::{Config, FreeText, Given, List, Origin, Row};
use crate::fields::{Field, Kind, Slot, Unit};
use crate::finding::{Finding, Fix, short};
use crate::notices;
use crate::secrecy::SecretText;

/// The reader of one field.
pub struct FieldReader<'a> {
    /// The field.
    pub field: &'static Field,
    /// The field's default text.
    pub default: &'a str,
    /// The starting point's placeholder, if the user has not replaced it.
    pub placeholder: Option<&'static str>,
    /// Where the value comes from. For a field with rows, `is_secret` is determined for each row instead.
    pub origin: Origin,
    /// The field's texts that are secret.
    pub secrets: &'a [SecretText],
    /// The findings so far, to which reading adds.
    pub findings: &'a mut Vec<Finding>,
}

impl FieldReader<'_> {
    /// Reads the field's texts into the configuration.
    pub fn read(&mut self, texts: &[String], config: &mut Config) {
        let text = texts.first().map_or("", String::as_str);
        match &self.field.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => {
                let given = self.identifier(text);
                let value = (slot.set)(config);
                (value.given, value.origin) = (given, self.origin);
            }
            Kind::FreeText(slot) => {
                self.look_for_accidents(text, None);
                *(slot.set)(config) = FreeText {
                    given: text.to_owned(),
                    origin: self.origin,
                };
            }
            Kind::Number(unit, slot) => {
                let given = self.number(*unit, text);
                let value = (slot.set)(config);
                (value.given, value.origin) = (given, self.origin);
            }
            Kind::Flag(slot) => self.flag(text, slot, config),
            Kind::Choice(choices, slot) => {
                if let Some(at) = self.choice(text, choices) {
                    (slot.set)(config, at);
                }
            }
            Kind::List(slot) => {
                let items = text
                    .split(|c: char| c == ',' || c.is_whitespace())
                    .map(|item| self.cleaned(item))
                    .filter(|item| !item.is_empty())
                    .collect();
                *(slot.set)(config) = List {
                    items,
                    origin: self.origin,
                };
            }
            Kind::Rows(rows) => *(rows.slot.set)(config) = self.rows(texts),
        }
    }

    fn origin_of(&self, row: usize) -> Origin {
        Origin {
            is_secret: self.secrets.iter().any(|secret| secret.row == Some(row)),
            ..self.origin
        }
    }

    fn cleaned(&mut self, text: &str) -> String {
        let cleaned = clean(text);
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
            self.findings
                .push(notices::CLEANED_VALUE.of(self.field, message).fix(fix));
        }
        cleaned.into_owned()
    }

    fn look_for_accidents(&mut self, text: &str, row: Option<usize>) {
        let Some(tidied) = tidied(text) else { return };
        let fix = row.is_none().then(|| Fix::set("Remove them", self.field, tidied));
        let message = "It begins or ends with white space, or holds carriage returns or invisible characters. They are kept.";
        let finding = notices::ACCIDENTAL_WHITESPACE.of(self.field, message);
        self.findings.push(finding.row(row).fix(fix));
    }

    fn identifier(&mut self, text: &str) -> Given<String> {
        if let Some(placeholder) = self.placeholder {
            return Given::Placeholder(placeholder);
        }
        let text = self.cleaned(text);
        if text.is_empty() {
            Given::Blank
        } else {
            Given::Typed(text)
        }
    }

    fn number(&mut self, unit: Unit, text: &str) -> Given<u64> {
        let cleaned = clean(text);
        if cleaned.is_empty() {
            return Given::Blank;
        }
        if let Some(number) = number::parse(unit, &cleaned) {
            return Given::Typed(number);
        }
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

    fn flag(&mut self, text: &str, slot: &Slot<bool>, config: &mut Config) {
        let cleaned = clean(text);
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
        let cleaned = clean(text);
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
                Some((name, value)) if !clean(name).is_empty() => {
                    let cleaned = clean(name).into_owned();
                    if cleaned != name {
                        let message = format!(
                            "The name had blanks or invisible characters; it was read as `{cleaned}`."
                        );
                        let finding = notices::CLEANED_VALUE.of(self.field, message);
                        self.findings.push(finding.row(Some(index)));
                    }
                    self.look_for_accidents(value, Some(index));
                    rows.push(Row {
                        name: cleaned,
                        value: value.to_owned(),
                        index,
                        origin: self.origin_of(index),
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
        let finding = notices::UNREADABLE_VALUE.of(self.field, message);
        self.findings.push(finding.row(row).fix(fix));
    }
}

fn use_instead(field: &'static Field, text: &str) -> Fix {
    if text.is_empty() {
        Fix::clear("Clear it", field)
    } else {
        Fix::set(format!("Use {text}"), field, text)
    }
}
