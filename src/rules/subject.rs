//! The input of the rules, and the queries that many rules share.

use crate::aws::region;
use crate::config::{Config, Row, TextValue};
use crate::date::Date;
use crate::deployment::Deployment;
use crate::fields::{Field, Kind};
use crate::finding::Edit;
use crate::read::Reading;
use crate::rules::pasted::paste::Pasted;
use crate::rules::placeholder;
use std::borrow::Cow;

/// The input of the rules.
pub struct Subject<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// What reading noted about the form.
    pub reading: &'a Reading,
    /// The deployment that the configuration describes.
    pub deployment: &'a Deployment,
    /// The fields with a text that has more than the value. Only the rule `pasted-text` judges these texts.
    pub pasted: &'a [Pasted],
    /// Today's date.
    pub today: Date,
}

impl<'a> Subject<'a> {
    /// Whether the field has an effect in this configuration. For a field without an effect, only `does-not-apply`
    /// fires.
    pub fn applies(&self, field: &Field) -> bool {
        (field.applies)(self.config)
    }

    /// Whether the text of the field has more than the value.
    pub fn is_pasted(&self, field: &Field) -> bool {
        self.pasted.iter().any(|pasted| pasted.field == field)
    }

    fn identifier(&self, field: &Field) -> Option<&'a TextValue> {
        match &field.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) if self.applies(field) && !self.is_pasted(field) => {
                Some((slot.get)(self.config))
            }
            _ => None,
        }
    }

    /// The text that the user typed, if the field applies and the text is neither a placeholder nor pasted together with
    /// what was around the value. Rules about the format of a field check this text.
    pub fn typed(&self, field: &Field) -> Option<&'a str> {
        let text = self.identifier(field)?.typed()?;
        placeholder::of_identifier(text).is_none().then_some(text)
    }

    /// Like [`Self::typed`], but returns the derived text if the field is blank.
    pub fn known(&self, field: &Field) -> Option<Cow<'a, str>> {
        let text = self.identifier(field)?.words()?;
        placeholder::of_identifier(&text).is_none().then_some(text)
    }

    /// The number that the user typed, if the field applies.
    pub fn number(&self, field: &Field) -> Option<u64> {
        match &field.kind {
            Kind::Number(_, slot) if self.applies(field) => (slot.get)(self.config).typed(),
            _ => None,
        }
    }

    /// The items of a list, if the field applies.
    pub fn items(&self, field: &Field) -> &'a [String] {
        match &field.kind {
            Kind::List(slot) if self.applies(field) && !self.is_pasted(field) => {
                &(slot.get)(self.config).items
            }
            _ => &[],
        }
    }

    /// The rows of a field, if the field applies.
    pub fn rows(&self, field: &Field) -> &'a [Row] {
        match &field.kind {
            Kind::Rows(rows) if self.applies(field) => (rows.slot.get)(self.config),
            _ => &[],
        }
    }

    /// The Region, if the user typed one that this page knows.
    pub fn known_region(&self) -> Option<&'a str> {
        let region = self.typed(&crate::fields::REGION)?;
        region::is_known(region).then_some(region)
    }

    /// Creates an edit that removes one row of a field and keeps the others as the user typed them.
    pub fn without_row(&self, field: &'static Field, row: usize) -> Edit {
        self.without_rows(field, |index| index == row)
    }

    /// Creates an edit that removes rows of a field and keeps the others as the user typed them.
    pub fn without_rows(&self, field: &'static Field, gone: impl Fn(usize) -> bool) -> Edit {
        let texts = self.row_texts(field).iter().enumerate();
        let texts = texts
            .filter(|(index, _)| !gone(*index))
            .map(|(_, text)| text.clone())
            .collect();
        Edit::rows(field, texts)
    }

    /// Creates an edit that replaces the text of one row.
    pub fn with_row(&self, field: &'static Field, row: usize, text: String) -> Edit {
        let mut texts = self.row_texts(field).to_vec();
        texts[row] = text;
        Edit::rows(field, texts)
    }

    fn row_texts(&self, field: &Field) -> &'a [String] {
        self.reading.rows(field.key)
    }
}
