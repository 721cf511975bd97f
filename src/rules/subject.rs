//! What the rules look at, and the questions that most of them ask of it.

use crate::config::{Config, Row, TextValue};
use crate::date::Date;
use crate::deployment::Deployment;
use crate::fields::{Field, Kind};
use crate::finding::Edit;
use crate::read::Reading;
use crate::rules::placeholder;
use std::borrow::Cow;

/// What the rules look at.
pub struct Subject<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// What reading noted about the form.
    pub reading: &'a Reading,
    /// What it means at AWS.
    pub deployment: &'a Deployment,
    /// The day.
    pub today: Date,
}

impl<'a> Subject<'a> {
    /// Whether the field has an effect in this configuration; one that has none raises only `does-not-apply`.
    pub fn applies(&self, field: &Field) -> bool {
        (field.applies)(self.config)
    }

    fn identifier(&self, field: &Field) -> Option<&'a TextValue> {
        match &field.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) if self.applies(field) => {
                Some((slot.get)(self.config))
            }
            _ => None,
        }
    }

    /// The text that was typed for a field that applies, unless it is a placeholder: what a rule about its form judges.
    pub fn typed(&self, field: &Field) -> Option<&'a str> {
        let text = self.identifier(field)?.typed()?;
        placeholder::of_identifier(text).is_none().then_some(text)
    }

    /// The same, or what was derived in its place.
    pub fn known(&self, field: &Field) -> Option<Cow<'a, str>> {
        let text = self.identifier(field)?.words()?;
        placeholder::of_identifier(&text).is_none().then_some(text)
    }

    /// The number that was typed for a field that applies.
    pub fn number(&self, field: &Field) -> Option<u64> {
        match &field.kind {
            Kind::Number(_, slot) if self.applies(field) => (slot.get)(self.config).typed(),
            _ => None,
        }
    }

    /// The items of a list that applies.
    pub fn items(&self, field: &Field) -> &'a [String] {
        match &field.kind {
            Kind::List(slot) if self.applies(field) => &(slot.get)(self.config).items,
            _ => &[],
        }
    }

    /// The rows of a field that applies.
    pub fn rows(&self, field: &Field) -> &'a [Row] {
        match &field.kind {
            Kind::Rows(rows) if self.applies(field) => (rows.slot.get)(self.config),
            _ => &[],
        }
    }

    /// The Region, if it was given and is one that this page knows.
    pub fn known_region(&self) -> Option<&'a str> {
        let region = self.typed(&crate::fields::REGION)?;
        crate::facts::regions::REGIONS.contains(&region).then_some(region)
    }

    /// Takes one row out of a field, and keeps every other as it was given.
    pub fn without_row(&self, field: &'static Field, row: usize) -> Edit {
        self.without_rows(field, |index| index == row)
    }

    /// Takes rows out of a field, and keeps every other as it was given.
    pub fn without_rows(&self, field: &'static Field, gone: impl Fn(usize) -> bool) -> Edit {
        let texts = self.row_texts(field).iter().enumerate();
        let texts = texts
            .filter(|(index, _)| !gone(*index))
            .map(|(_, text)| text.clone())
            .collect();
        Edit::rows(field, texts)
    }

    /// Gives one row of a field another text.
    pub fn with_row(&self, field: &'static Field, row: usize, text: String) -> Edit {
        let mut texts = self.row_texts(field).to_vec();
        texts[row] = text;
        Edit::rows(field, texts)
    }

    fn row_texts(&self, field: &Field) -> &'a [String] {
        self.reading.rows(field.key)
    }
}
