//! What the page shows of each field: one signal per field, all filled in together. A keystroke changes one of them, so
//! what shows the other fields stays asleep.

use super::results::Results;
use crate::Form;
use crate::fields::{self, Blank, Field, Question};
use crate::finding::{Finding, Severity};
use crate::link::embedding::Embedding;
use leptos::prelude::{RwSignal, Set as _, WithUntracked as _};

/// What the page shows of a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Its text, or its rows.
    pub texts: Vec<String>,
    /// Whether it stands in its section: it has an effect or a text, the embedding page does not pick fields, and it is not
    /// among the questions.
    pub is_here: bool,
    /// Whether the files of the open way lack its value.
    pub is_missing: bool,
    /// Whether these files need a value.
    pub is_required: bool,
    /// What it shows while it is blank.
    pub placeholder: Option<String>,
    /// The values and labels of a closed set.
    pub offered: Vec<(String, String)>,
    /// What is said of it.
    pub findings: Vec<Finding>,
}

impl View {
    /// The text of a field without rows.
    pub fn text(&self) -> String {
        self.texts.last().cloned().unwrap_or_default()
    }

    /// Whether one of the findings is an error.
    pub fn is_wrong(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    fn of(field: &'static Field, from: &Basis) -> Self {
        let config = &from.results.config;
        let is_touched = from.results.reading.is_touched(field.key);
        let is_asked = from.questions.iter().any(|question| question.field == field);
        // What an embedding page picks stands together (ui/form.rs).
        let is_there = !from.embedding.picks() && fields::is_shown(field, config, is_touched);
        let findings = from.shown.iter().filter(|finding| finding.field == field.key);
        // An imported definition does without some values, until they are given.
        let deployment = &from.results.deployment;
        let does_without = deployment.carried.imported().is_some()
            && !from.results.reading.is_touched(field.key)
            && !deployment.unset.contains(&field);
        Self {
            texts: from.form.texts(field),
            is_here: is_there && !is_asked,
            is_missing: from.results.deployment.missing.contains(&field),
            is_required: field.is_required(config) && !does_without,
            placeholder: field.derived(config).or_else(|| example(field)),
            offered: field.offered(config),
            findings: findings.cloned().collect(),
        }
    }
}

/// What the views are made from.
pub struct Basis<'a> {
    pub form: &'a Form,
    pub results: &'a Results,
    /// The findings that the page shows.
    pub shown: &'a [Finding],
    pub embedding: &'a Embedding,
    pub questions: &'a [Question],
}

/// The example that a required field shows.
fn example(field: &Field) -> Option<String> {
    match &field.blank {
        Blank::Required { .. } if !field.is_secret() => Some(format!("e.g. {}", field.sample)),
        _ => None,
    }
}

/// The signal of every field.
pub struct Views(Vec<RwSignal<View>>);

impl Views {
    /// Signals that are filled in later.
    pub fn new() -> Self {
        Self(
            fields::FIELDS
                .iter()
                .map(|_| RwSignal::new(View::default()))
                .collect(),
        )
    }

    /// The signal of a field.
    pub fn of(&self, field: &Field) -> RwSignal<View> {
        let at = fields::FIELDS.iter().position(|other| *other == field);
        at.and_then(|at| self.0.get(at).copied())
            .unwrap_or_else(|| unreachable!("every field is in the table"))
    }

    /// Fills in what has changed.
    pub fn fill_in(&self, from: &Basis) {
        for (field, signal) in fields::FIELDS.iter().zip(&self.0) {
            let view = View::of(field, from);
            if signal.with_untracked(|old| *old != view) {
                signal.set(view);
            }
        }
    }
}
