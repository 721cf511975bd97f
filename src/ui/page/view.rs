//! What the page shows of each field: one signal per field, all filled in together. A keystroke changes one of them, so
//! what shows the other fields stays asleep.

use super::State;
use crate::fields::{self, Blank, Field};
use crate::finding::{Finding, Severity};
use leptos::prelude::{RwSignal, Set as _, With as _, WithUntracked as _};

/// What the page shows of a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Its text, or its rows.
    pub texts: Vec<String>,
    /// Whether it stands in its section: it has an effect or a text, the embedding page does not hide it, and it is not
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

    fn of(state: &State, field: &'static Field) -> Self {
        let is_wanted = state.embedding.with(|embedding| embedding.shows(field));
        let is_asked = state
            .questions
            .with(|questions| questions.iter().any(|question| question.field == field));
        state.results.with(|results| {
            let config = &results.config;
            let is_touched = results.reading.is_touched(field.key);
            Self {
                texts: state.form.with(|form| form.texts(field)),
                is_here: is_wanted && !is_asked && fields::is_shown(field, config, is_touched),
                is_missing: results.missing.contains(&field),
                is_required: field.is_required(config),
                placeholder: field.derived(config).or_else(|| example(field)),
                offered: field.offered(config),
                findings: state.shown.with(|shown| {
                    shown
                        .iter()
                        .filter(|one| one.field == field.key)
                        .cloned()
                        .collect()
                }),
            }
        })
    }
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
    pub fn fill_in(&self, state: &State) {
        for (field, signal) in fields::FIELDS.iter().zip(&self.0) {
            let view = View::of(state, field);
            if signal.with_untracked(|old| *old != view) {
                signal.set(view);
            }
        }
    }
}
