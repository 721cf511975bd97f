//! The state of the page: one form, and everything else computed from it.

use crate::finding::{Finding, Severity};
use crate::outputs::Wanted;
use crate::rules::Date;
use crate::{Config, Deployment, Form, OutputFile, build, check, fields, fields::Field, files, read};
use leptos::prelude::*;

/// What every part of the page is given.
#[derive(Clone, Copy)]
pub struct Page {
    /// What was typed: the only state that a link can hold.
    pub form: RwSignal<Form>,
    /// What the last link brought that the form does not show: until dismissed, or the next link.
    pub link_findings: RwSignal<Vec<Finding>>,
    /// The day, from the browser.
    pub today: RwSignal<Date>,
    /// Whether the user changed something: from then on changed lines are marked, and the address follows.
    pub is_edited: RwSignal<bool>,
    /// What the page says for a moment: that it copied.
    pub notice: RwSignal<String>,
    /// What the last Start over took away, without its secrets.
    pub taken: RwSignal<Option<Form>>,
    /// The configuration, and what could not be read.
    pub reading: Memo<(Config, Vec<Finding>)>,
    /// Everything that is wrong or could be better.
    pub findings: Memo<Vec<Finding>>,
    /// What the files of the open way lack.
    pub missing: Memo<Vec<&'static Field>>,
    /// The files of the open way.
    pub files: Memo<Vec<OutputFile>>,
}

impl Page {
    /// A page with the defaults.
    pub fn new() -> Self {
        let form = RwSignal::new(Form::default());
        let link_findings = RwSignal::new(Vec::<Finding>::new());
        let today = RwSignal::new(Date::from_days(0));
        let reading = Memo::new(move |_| form.with(read));
        let deployment: Memo<Deployment> = Memo::new(move |_| reading.with(|(config, _)| build(config)));
        let findings = Memo::new(move |_| {
            let mut findings = link_findings.get();
            reading.with(|(config, unreadable)| {
                findings.extend_from_slice(unreadable);
                findings.extend(deployment.with(|deployment| check(config, deployment, today.get())));
            });
            findings
        });
        Self {
            form,
            link_findings,
            today,
            is_edited: RwSignal::new(false),
            notice: RwSignal::new(String::new()),
            taken: RwSignal::new(None),
            reading,
            findings,
            missing: Memo::new(move |_| reading.with(|(config, _)| fields::missing(config))),
            files: Memo::new(move |_| {
                let wanted = reading.with(|(config, _)| Wanted::of(config));
                deployment.with(|deployment| files(deployment, wanted))
            }),
        }
    }

    /// Every change that the user makes goes through here.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        if !self.is_edited.get_untracked() {
            self.is_edited.set(true);
        }
        self.form.update(change);
    }

    /// Gives a field one text.
    pub fn set(self, field: &'static Field, text: String) {
        self.edit(|form| form.set(field, vec![text]));
    }

    /// The findings of a form of the user's own, without those of the link that brought it.
    pub fn findings_of(self, form: &Form) -> Vec<Finding> {
        let (config, mut findings) = read(form);
        findings.extend(check(&config, &build(&config), self.today.get_untracked()));
        findings
    }

    /// Whether the form shows the field.
    pub fn shows(self, field: &Field) -> bool {
        self.reading.with(|(config, _)| field.is_shown(config))
    }

    /// How many findings there are of a severity.
    pub fn count(self, severity: Severity) -> usize {
        self.findings
            .with(|all| all.iter().filter(|finding| finding.severity == severity).count())
    }
}

/// A number of things, in words.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
