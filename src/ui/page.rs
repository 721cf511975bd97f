//! The state of the page: one form, and everything else computed from it.

use super::html::memo;
use super::parts::{Check, Formats, Parts};
use crate::date::Date;
use crate::finding::{Finding, Severity};
use crate::link::embedding::Embedding;
use crate::read::{Reading, read};
use crate::{Config, Form, OutputFile, build, fields, fields::Field, outputs};
use leptos::prelude::*;

/// The state. Every component gets it.
#[derive(Clone, Copy)]
pub struct Page {
    /// The form as typed: the only state that a link can hold.
    pub form: RwSignal<Form>,
    /// The findings about the last link, until the user dismisses them or follows another link.
    pub link_findings: RwSignal<Vec<Finding>>,
    /// The settings from the embedding page, if there is one.
    pub embedding: RwSignal<Embedding>,
    /// The current day, from the browser.
    pub today: RwSignal<Date>,
    /// Whether the user has changed anything. From then on the page marks changed lines and updates the address.
    pub is_edited: RwSignal<bool>,
    /// The notice that the page shows for some seconds.
    pub notice: RwSignal<String>,
    /// The form before the last Start over, without its secrets.
    pub taken: RwSignal<Option<Form>>,
    /// The parts of the program that are fetched when needed.
    pub parts: Parts,
    /// Everything computed from the form.
    results: Memo<Results>,
}

/// Everything computed from the form, by the functions of the domain in order.
struct Results {
    config: Config,
    reading: Reading,
    findings: Vec<Finding>,
    missing: Vec<&'static Field>,
    files: Vec<OutputFile>,
}

impl Results {
    fn of(
        form: &Form,
        mut findings: Vec<Finding>,
        today: Date,
        check: Option<Check>,
        formats: Option<Formats>,
    ) -> Self {
        let (config, mut reading) = read(form);
        let deployment = build(&config);
        findings.append(&mut reading.findings);
        if let Some(check) = check {
            findings.extend(check(&config, &reading, &deployment, today));
        }
        let files = if outputs::is_first(config.way) {
            outputs::first_files(&deployment)
        } else {
            formats.map_or_else(Vec::new, |formats| (formats.files)(&deployment, config.way))
        };
        Self {
            missing: deployment.missing,
            config,
            reading,
            findings,
            files,
        }
    }
}

impl Page {
    /// A page with the defaults.
    pub fn new() -> Self {
        let form = RwSignal::new(Form::default());
        let link_findings = RwSignal::new(Vec::<Finding>::new());
        let today = RwSignal::new(Date::from_days(0));
        let embedding = RwSignal::new(Embedding::default());
        let parts = Parts::new();
        let results = move |_: Option<&Results>| {
            let (check, formats) = (parts.rules.get().here(), parts.formats.get().here());
            let mut results =
                form.with(|form| Results::of(form, link_findings.get(), today.get(), check, formats));
            embedding.with(|embedding| embedding.keep_allowed(&mut results.findings));
            results
        };
        Self {
            form,
            link_findings,
            embedding,
            today,
            is_edited: RwSignal::new(false),
            notice: RwSignal::new(String::new()),
            taken: RwSignal::new(None),
            parts,
            // Not compared: the code that shows a result compares that result.
            results: Memo::new_with_compare(results, |_, _| true),
        }
    }

    /// Looks at the configuration.
    pub fn config<T>(self, look: impl FnOnce(&Config) -> T) -> T {
        self.results.with(|results| look(&results.config))
    }

    /// Looks at the findings.
    pub fn findings<T>(self, look: impl FnOnce(&[Finding]) -> T) -> T {
        self.results.with(|results| look(&results.findings))
    }

    /// The findings that match a condition.
    pub fn some_findings(
        self,
        matches: impl Fn(&Finding) -> bool + Send + Sync + 'static,
    ) -> Memo<Vec<Finding>> {
        memo(move || self.findings(|all| all.iter().filter(|finding| matches(finding)).cloned().collect()))
    }

    /// Looks at the fields whose values the files of the open way lack.
    pub fn missing<T>(self, look: impl FnOnce(&[&'static Field]) -> T) -> T {
        self.results.with(|results| look(&results.missing))
    }

    /// Looks at the files of the open way.
    pub fn files<T>(self, look: impl FnOnce(&[OutputFile]) -> T) -> T {
        self.results.with(|results| look(&results.files))
    }

    /// Changes the form. Every change that the user makes goes through here.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        if !self.is_edited.get_untracked() {
            self.is_edited.set(true);
        }
        self.form.update(|form| {
            change(form);
            self.embedding.with_untracked(|embedding| embedding.hold(form));
        });
    }

    /// Whether another page shows this one in a frame.
    pub fn is_framed(self) -> bool {
        self.embedding.with_untracked(|embedding| embedding.is_framed)
    }

    /// Blanks a text that was made of the form as soon as the form changes: an edit may have taken a secret away.
    pub fn blank_on_edit(self, text: RwSignal<String>) {
        Effect::new(move || {
            self.form.track();
            if text.with_untracked(|text| !text.is_empty()) {
                text.set(String::new());
            }
        });
    }

    /// Sets the text of a field.
    pub fn set(self, field: &'static Field, text: String) {
        self.edit(|form| form.set(field, vec![text]));
    }

    /// The findings for a form, without those about the link.
    pub fn findings_of(self, form: &Form) -> Vec<Finding> {
        let (config, mut reading) = read(form);
        let mut findings = std::mem::take(&mut reading.findings);
        if let Some(check) = self.parts.rules.get_untracked().here() {
            let today = self.today.get_untracked();
            findings.extend(check(&config, &reading, &build(&config), today));
        }
        self.embedding
            .with_untracked(|embedding| embedding.keep_allowed(&mut findings));
        findings
    }

    /// Whether the form shows the field.
    pub fn shows(self, field: &Field) -> bool {
        self.wants(field)
            && self.results.with(|results| {
                let is_touched = results.reading.is_touched(field.key);
                fields::is_shown(field, &results.config, is_touched)
            })
    }

    /// Whether the page shows the field beside the files.
    pub fn shows_beside(self, field: &Field) -> bool {
        self.wants(field) && self.config(|config| fields::is_beside_output(field, config))
    }

    /// Whether the embedding page wants the field shown, anywhere. Outside a frame, the page shows every field.
    pub fn wants(self, field: &Field) -> bool {
        self.embedding.with(|embedding| embedding.shows(field))
    }

    /// The value of the attribute that locks an input, while the embedding page locks the field.
    pub fn locked(self, field: &'static Field) -> Memo<Option<String>> {
        memo(move || {
            self.embedding
                .with(|embedding| embedding.is_locked(field))
                .then(String::new)
        })
    }

    /// The number of findings of a severity.
    pub fn count(self, severity: Severity) -> usize {
        self.findings(|all| all.iter().filter(|finding| finding.severity == severity).count())
    }
}

/// A number of things, in words.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
