//! The state of the page: one form with its history, and everything else computed from it.

mod importing;
mod judging;
mod results;
mod view;

use super::browser::Rest;
use super::html::{effect, memo};
use super::parts::Parts;
use crate::date::Date;
use crate::fields::{self, Field, Question};
use crate::finding::{Edit, Finding, Severity};
use crate::history::{History, Step};
use crate::link::{self, embedding::Embedding};
use crate::read::read;
use crate::words::counted;
use crate::{Config, Form, OutputFile, build, mend};
pub use importing::{BOX, Importing};
use judging::Typing;
use leptos::prelude::*;
use results::Results;
use std::ops::Deref;
pub use view::View;
use view::Views;

/// How long the user rests before the page judges what is being typed, in milliseconds.
const REST: u32 = 1_000;
/// How long the files that are not open wait for the next key, in milliseconds.
const LULL: u32 = 100;

/// The state. Every component gets it. It is a reference, because every function that follows the state holds one.
#[derive(Clone, Copy)]
pub struct Page(&'static State);

impl Deref for Page {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What the state consists of.
pub struct State {
    /// The form as typed: the only state that a link can hold.
    pub form: RwSignal<Form>,
    /// The forms before and after it.
    pub history: RwSignal<History<Form>>,
    /// The findings about the last link, until the user dismisses them or follows another link.
    pub link_findings: RwSignal<Vec<Finding>>,
    /// The fields that a link has set and that the user has not looked at yet.
    pub from_link: RwSignal<Vec<&'static Field>>,
    /// The settings from the embedding page, if there is one.
    pub embedding: RwSignal<Embedding>,
    /// The current day, from the browser.
    pub today: RwSignal<Date>,
    /// The number of edits. From the first on, the page updates the address.
    pub edits: RwSignal<u32>,
    /// Whether the page marks the lines that the last edit changed: not after a change of tab, nor after Start over.
    pub is_marking: RwSignal<bool>,
    /// The fields that the page asks for up front. They stay where they are while the user types.
    pub questions: RwSignal<Vec<Question>>,
    /// The file that is open.
    pub file: RwSignal<&'static str>,
    /// Whether the browser is printing.
    pub is_printing: RwSignal<bool>,
    /// What the page says for some seconds. Blank if it says nothing.
    pub notice: RwSignal<String>,
    /// The number of the edit that the notice is about, and that a button beside it undoes.
    pub notice_edit: RwSignal<Option<u32>>,
    /// The paste for `CloudShell`, if the browser does not let the page copy.
    pub paste: RwSignal<String>,
    /// The parts of the program that are fetched when needed.
    pub parts: Parts,
    /// The import box.
    pub importing: Importing,
    /// The field in which the user is typing, and the pause after which the page judges it.
    typing: RwSignal<Option<Typing>>,
    rest: Rest,
    /// Whether the user has typed a moment ago: then only the open file is computed anew.
    is_hurried: RwSignal<bool>,
    lull: Rest,
    /// Everything computed from the form, except the files.
    results: Memo<Results>,
    /// The files of the open way.
    files: Memo<Vec<OutputFile>>,
    /// The findings that the page shows.
    shown: Memo<Vec<Finding>>,
    /// What the page shows of each field.
    views: Views,
}

impl Page {
    /// A page with the defaults.
    pub fn new() -> Self {
        let form = RwSignal::new(Form::default());
        let link_findings = RwSignal::new(Vec::<Finding>::new());
        let today = RwSignal::new(Date::from_days(0));
        let embedding = RwSignal::new(Embedding::default());
        let typing = RwSignal::new(None::<Typing>);
        let parts = Parts::new();
        let results = move |_: Option<&Results>| {
            let check = parts.rules.get().here();
            let mut results = form.with(|form| Results::of(form, link_findings.get(), today.get(), check));
            embedding.with(|embedding| embedding.keep_allowed(&mut results.findings));
            results
        };
        // Not compared: the code that shows a result compares that result.
        let results = Memo::new_with_compare(results, |_, _| true);
        let (file, is_hurried) = (RwSignal::new(""), RwSignal::new(false));
        let files = files_of(results, parts, is_hurried, file);
        let shown = memo(move || {
            let is_shown = |finding: &&Finding| {
                typing.with(|typing| typing.as_ref().is_none_or(|typing| typing.shows(finding)))
            };
            results.with(|results| results.findings.iter().filter(is_shown).cloned().collect())
        });
        // The page lives as long as the window.
        let page = Self(Box::leak(Box::new(State {
            form,
            history: RwSignal::new(History::default()),
            link_findings,
            from_link: RwSignal::new(Vec::new()),
            embedding,
            today,
            edits: RwSignal::new(0),
            is_marking: RwSignal::new(false),
            questions: RwSignal::new(Vec::new()),
            file,
            is_printing: RwSignal::new(false),
            notice: RwSignal::new(String::new()),
            notice_edit: RwSignal::new(None),
            paste: RwSignal::new(String::new()),
            parts,
            importing: Importing::new(),
            typing,
            rest: Rest::new(),
            is_hurried,
            lull: Rest::new(),
            results,
            files,
            shown,
            views: Views::new(),
        })));
        page.arrange();
        effect(move || page.fill_in());
        effect(move || {
            page.rest.then(REST, move || page.judge());
            page.lull.then(LULL, move || page.settle());
        });
        page
    }

    /// Looks at the configuration.
    pub fn config<T>(self, look: impl FnOnce(&Config) -> T) -> T {
        self.results.with(|results| look(&results.config))
    }

    /// What the page shows of a field.
    pub fn view(self, field: &Field) -> RwSignal<View> {
        self.views.of(field)
    }

    /// Fills in what the page shows of each field.
    fn fill_in(self) {
        let with_rest = |form: &Form, results: &Results, shown: &[Finding]| {
            self.embedding.with(|embedding| {
                self.questions.with(|questions| {
                    self.views.fill_in(&view::Basis {
                        form,
                        results,
                        shown,
                        embedding,
                        questions,
                    });
                });
            });
        };
        self.form.with(|form| {
            self.results
                .with(|results| self.shown.with(|shown| with_rest(form, results, shown)));
        });
    }

    /// Looks at the findings that the page shows.
    pub fn findings<T>(self, look: impl FnOnce(&[Finding]) -> T) -> T {
        self.shown.with(|shown| look(shown))
    }

    /// The shown findings that match a condition.
    pub fn some_findings(
        self,
        matches: impl Fn(&Finding) -> bool + Send + Sync + 'static,
    ) -> Memo<Vec<Finding>> {
        memo(move || self.findings(|all| all.iter().filter(|finding| matches(finding)).cloned().collect()))
    }

    /// The number of shown findings of a severity.
    pub fn count(self, severity: Severity) -> usize {
        self.findings(|all| all.iter().filter(|finding| finding.severity == severity).count())
    }

    /// Whether there is an error, shown or not.
    pub fn has_error(self) -> bool {
        self.results.with(|results| {
            let mut findings = results.findings.iter();
            findings.any(|finding| finding.severity == Severity::Error)
        })
    }

    /// Looks at the fields whose values the files of the open way lack.
    pub fn missing<T>(self, look: impl FnOnce(&[&'static Field]) -> T) -> T {
        self.results.with(|results| look(&results.deployment.missing))
    }

    /// Looks at the files of the open way.
    pub fn files<T>(self, look: impl FnOnce(&[OutputFile]) -> T) -> T {
        self.files.with(|files| look(files))
    }

    /// The name of the open file: the one that the user opened, or the first of the way. Blank while there is none.
    pub fn open_file(self) -> &'static str {
        self.files(|files| open_among(files, self.file.get()))
    }

    /// Computes the files that wait for the next key: something looks at all of them.
    pub fn settle(self) {
        if self.is_hurried.get_untracked() {
            self.is_hurried.set(false);
        }
    }

    /// Changes the form in one step. Every change that the user makes, except typing, goes through here.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        self.settle();
        self.change(Step::Whole, change);
        self.typing.set(None);
        self.arrange();
    }

    /// Replaces the form: the page around has changed it. What the user is typing meanwhile is not finished by this,
    /// so it is told nobody yet.
    pub fn edit_from_outside(self, form: Form) {
        if !self.is_typing() {
            return self.edit(|old| *old = form);
        }
        self.settle();
        self.change(Step::Whole, |old| *old = form);
    }

    /// Changes the form while the user types into a row of a field.
    pub fn type_into(self, field: &'static Field, row: usize, change: impl FnOnce(&mut Form)) {
        let is_begun = self
            .typing
            .with_untracked(|typing| typing.as_ref().is_some_and(|typing| typing.is_in(field.key)));
        if !is_begun {
            let has_value = self
                .form
                .with_untracked(|form| !form.texts(field).concat().trim().is_empty());
            let typing = self
                .shown
                .with_untracked(|shown| Typing::begin(field.key, has_value, shown));
            self.typing.set(Some(typing));
        }
        self.rest.restart();
        self.lull.restart();
        if !self.is_hurried.get_untracked() {
            self.is_hurried.set(true);
        }
        self.change(Step::Typing(field.key, row), change);
    }

    /// Judges the field in which the user rests.
    fn judge(self) {
        if self.is_typing() {
            self.typing
                .update(|typing| typing.iter_mut().for_each(Typing::rest));
        }
    }

    /// Sets the text of a field that the user chose.
    pub fn choose(self, field: &'static Field, text: String) {
        self.edit(|form| form.set(field, vec![text]));
    }

    /// Whether the user is typing: the last change is one that the user may not have finished.
    pub fn is_typing(self) -> bool {
        self.typing.with_untracked(Option::is_some)
    }

    /// The key of the field in which the user is typing.
    pub fn typed_field(self) -> Option<&'static str> {
        self.typing
            .with_untracked(|typing| typing.as_ref().map(Typing::field))
    }

    /// The user leaves the field: the page judges it.
    pub fn leave(self) {
        self.settle();
        self.history.update_untracked(History::end_run);
        if self.is_typing() {
            self.typing.set(None);
        }
    }

    fn change(self, step: Step, change: impl FnOnce(&mut Form)) {
        let way = self.config_untracked(|config| config.way);
        let before = self.form.get_untracked();
        let is_changed = self.form.try_update_untracked(|form| {
            change(form);
            self.embedding.with_untracked(|embedding| embedding.hold(form));
            *form != before
        });
        if is_changed != Some(true) {
            return;
        }
        self.history.update(|history| history.record(before, step));
        self.form.notify();
        self.is_marking
            .set(self.config_untracked(|config| config.way) == way);
        self.edits.update(|edits| *edits = edits.wrapping_add(1));
    }

    /// Applies the edits of a fix or a preset, and says what they changed.
    pub fn apply(self, edits: &[Edit]) {
        let done = self.preview(edits);
        self.edit(|form| form.apply(edits));
        self.say_of_edit(done);
    }

    /// Looks at the configuration, without following it.
    pub fn config_untracked<T>(self, look: impl FnOnce(&Config) -> T) -> T {
        self.results.with_untracked(|results| look(&results.config))
    }

    /// Goes back to the form before the last step, or forward again.
    pub fn go(self, to: impl FnOnce(&mut History<Form>, Form) -> Option<Form>) -> bool {
        let now = self.form.get_untracked();
        let state = self.history.try_update(|history| to(history, now)).flatten();
        let Some(mut form) = state else { return false };
        let own = form.clone();
        self.settle();
        self.embedding
            .with_untracked(|embedding| embedding.hold(&mut form));
        // The embedding page may have locked another manager meanwhile.
        link::protect_secrets(&mut form, &own);
        self.typing.set(None);
        self.form.set(form);
        self.is_marking.set(true);
        self.edits.update(|edits| *edits = edits.wrapping_add(1));
        self.arrange();
        true
    }

    /// Puts the questions where they belong. Not while the user types: an input that moves loses the focus.
    pub fn arrange(self) {
        let questions = self.results.with_untracked(|results| {
            let start = self.form.with_untracked(Form::start);
            let is_touched = |field: &Field| results.reading.is_touched(field.key);
            fields::questions(start, &results.config, is_touched)
        });
        if self.questions.with_untracked(|old| *old != questions) {
            self.questions.set(questions);
        }
        untrack(|| self.fill_in());
    }

    /// What is said of something that is handed out before the form is filled in: `, with 3 values missing`. Blank if
    /// nothing is missing.
    pub fn unfinished(self) -> String {
        unfinished(self.missing(<[_]>::len))
    }

    /// Whether another page shows this one in a frame.
    pub fn is_framed(self) -> bool {
        self.embedding.with_untracked(|embedding| embedding.is_framed)
    }

    /// Blanks a text that was made of the form as soon as the form changes: an edit may have taken a secret away.
    pub fn blank_on_edit(self, text: RwSignal<String>) {
        effect(move || {
            self.form.track();
            if text.with_untracked(|text| !text.is_empty()) {
                text.set(String::new());
            }
        });
    }

    /// Says something for some seconds.
    pub fn say(self, text: impl Into<String>) {
        self.notice_edit.set(None);
        self.notice.set(text.into());
    }

    /// Says what the last edit did, beside a button that undoes it.
    pub fn say_of_edit(self, text: impl Into<String>) {
        self.notice_edit.set(Some(self.edits.get_untracked()));
        self.notice.set(text.into());
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

    /// What edits would change in the form, in words.
    pub fn preview(self, edits: &[Edit]) -> String {
        self.form
            .with(|form| mend::described(&mend::preview(form, edits)))
    }

    /// Whether the page shows the field: it has an effect or a value, and the embedding page does not hide it.
    pub fn shows(self, field: &Field) -> bool {
        self.wants(field)
            && self.results.with(|results| {
                let is_touched = results.reading.is_touched(field.key);
                fields::is_shown(field, &results.config, is_touched)
            })
    }

    /// Whether the field is among the questions.
    pub fn is_asked(self, field: &Field) -> bool {
        self.questions
            .with(|questions| questions.iter().any(|question| question.field == field))
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
}

/// The files of the open way. While the user types, all but the open one stay as they were.
fn files_of(
    results: Memo<Results>,
    parts: Parts,
    is_hurried: RwSignal<bool>,
    file: RwSignal<&'static str>,
) -> Memo<Vec<OutputFile>> {
    Memo::new_owning(move |old: Option<Vec<OutputFile>>| {
        let formats = parts.formats.get().here();
        let now = results.with(|results| match old {
            Some(old) if is_hurried.get() => {
                let open = open_among(&old, file.get_untracked());
                results.with_open(old, open, formats)
            }
            _ => results.files(formats),
        });
        (now, true)
    })
}

/// The name of the file that is open if the user opened this one.
fn open_among(files: &[OutputFile], wanted: &str) -> &'static str {
    let mut names = files.iter().map(|file| file.name);
    let first = names.clone().next().unwrap_or_default();
    names.find(|name| *name == wanted).unwrap_or(first)
}

/// `, with 3 values missing`. Blank if none is.
pub fn unfinished(missing: usize) -> String {
    match missing {
        0 => String::new(),
        count => format!(", with {} missing", counted(count, "value", "values")),
    }
}
