//! The status: what is left to do, in one row. It unfolds over what is below it.

use super::browser;
use super::finding::finding;
use super::html::{El, badges, button, el, live, live_by, memo};
use super::message::message;
use super::page::Page;
use super::parts::Part;
use super::{primary, severity};
use crate::fields::{self, Field};
use crate::finding::{Finding, Severity};
use crate::mend::{self, Change};
use crate::words::counted;
use leptos::prelude::{
    AnyView, Get as _, GetUntracked as _, RwSignal, Set as _, Update as _, With as _, WithUntracked as _,
};

/// The row, and below it the findings that belong to no field of the page, in full.
pub fn status(page: Page) -> El {
    let elsewhere = page.some_findings(move |finding| !is_placed(page, finding));
    let name = memo(move || Some(State::of(page).name().to_owned()));
    let row = el("div")
        .attr("class", "status-row")
        .child(
            el("b")
                .attr("class", "state")
                .live_text(memo(move || State::of(page).words())),
        )
        .child(missing(page))
        .child(unfolded(page))
        .child(primary::primary(page).attr("class", "primary"));
    el("section")
        .attr("class", "status")
        .attr("aria-label", "Status")
        .follow("data-state", name)
        .child(row)
        .child(el("div").attr("class", "elsewhere").live(move || {
            elsewhere
                .get()
                .into_iter()
                .map(|one| finding(page, &one))
                .collect()
        }))
}

/// What is left to do before the files can be used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// So many values.
    Missing(usize),
    /// So many errors.
    Errors(usize),
    /// The rules are not here yet, or the user is typing what may be an error.
    Checking,
    /// Nothing.
    Ready,
}

impl State {
    /// The state of the page. It is never ready with an error left.
    pub fn of(page: Page) -> Self {
        let (missing, errors) = (page.missing(<[_]>::len), page.count(Severity::Error));
        if missing > 0 {
            Self::Missing(missing)
        } else if errors > 0 {
            Self::Errors(errors)
        } else if page.has_error() || !page.parts.rules.with(Part::is_here) {
            Self::Checking
        } else {
            Self::Ready
        }
    }

    /// The value of the attribute `data-state`.
    fn name(self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Errors(_) => "error",
            Self::Checking => "checking",
            Self::Ready => "ready",
        }
    }

    /// The state in words.
    pub fn words(self) -> String {
        match self {
            Self::Missing(count) => format!("{count} to fill in"),
            Self::Errors(count) => severity::number(Severity::Error, count),
            Self::Checking => "Checking…".to_owned(),
            Self::Ready => "Ready".to_owned(),
        }
    }
}

/// Whether the finding appears under a field of the page.
pub fn is_placed(page: Page, finding: &Finding) -> bool {
    fields::field(&finding.field).is_some_and(|field| *field != fields::WAY && page.shows(field))
}

/// The missing values. Each leads to its field.
fn missing(page: Page) -> El {
    let key = move |field: &&'static Field| format!("{} {} ", field.key, page.wants(field));
    let list = move || {
        let fields = page.missing(<[_]>::to_vec);
        vec![
            el("ul").children(
                fields
                    .into_iter()
                    .map(|field| el("li").attr("data-missing", field.key).child(chip(page, field))),
            ),
        ]
    };
    el("div")
        .attr("class", "missing")
        .attr("role", "group")
        .attr("aria-label", "Values to fill in")
        .view(live_by(
            move || page.missing(|all| all.iter().map(key).collect()),
            list,
        ))
}

fn chip(page: Page, field: &'static Field) -> El {
    let chip = if page.wants(field) {
        button("chip", || browser::focus_field(field.key, 0))
    } else {
        // The embedding page does not show the field, so the entry leads nowhere.
        el("span").attr("class", "chip")
    };
    chip.text(field.label)
}

/// The number of findings; and unfolded, everything that is left, and the button that fixes all.
fn unfolded(page: Page) -> El {
    let is_open = RwSignal::new(false);
    let placed = page.some_findings(move |finding| is_placed(page, finding));
    let panel = move || {
        if !is_open.get() {
            return vec![];
        }
        let fields = page.missing(<[_]>::to_vec);
        let mut panel = el("div").attr("class", "popover panel");
        if !fields.is_empty() {
            panel = panel.child(el("b").text("To fill in")).child(
                el("p")
                    .attr("class", "chips")
                    .children(fields.into_iter().map(|field| chip(page, field))),
            );
        }
        vec![placed.with(|findings| match findings.as_slice() {
            [] => panel.child(el("p").attr("class", "none").text(nothing(page))),
            findings => panel.child(el("b").text("Findings")).child(jumps(findings)),
        })]
    };
    el("details")
        .attr("class", "tally")
        .on("toggle", move |event| is_open.set(browser::is_open(&event)))
        .child(
            el("summary")
                .attr("title", "What is left to do")
                .view(badges(move || counts(page))),
        )
        .live(panel)
        .view(fix_all(page, is_open))
}

fn nothing(page: Page) -> &'static str {
    if page.parts.rules.with(Part::is_here) {
        "No findings."
    } else {
        "Findings appear here as you fill in the form."
    }
}

/// The number of findings of each severity, without zeros.
fn counts(page: Page) -> Vec<(&'static str, String)> {
    let mut counts: Vec<_> = severity::ALL
        .into_iter()
        .map(|severity| (severity, page.count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| (severity.name(), severity::number(severity, count)))
        .collect();
    if counts.is_empty() {
        counts.push(("unchecked", "Details".to_owned()));
    }
    counts
}

/// The links to the fields, the most severe findings first.
fn jumps(findings: &[Finding]) -> El {
    let all = |severity| {
        findings
            .iter()
            .filter(move |finding| finding.severity == severity)
    };
    el("ul")
        .attr("class", "jumps")
        .children(severity::ALL.into_iter().flat_map(all).map(jump))
}

fn jump(finding: &Finding) -> El {
    let label = fields::field(&finding.field).map_or("", |field| field.label);
    let row = finding.row.unwrap_or(0);
    let key = finding.field.clone();
    let jump = button("jump", move || {
        browser::close_popovers();
        browser::focus_field(&key, row);
    })
    .child(el("b").text(label))
    .text(" ")
    .child(message(el("span"), &finding.message));
    el("li").attr("class", finding.severity.name()).child(jump)
}

/// The button that fixes all, with what it will change.
fn fix_all(page: Page, is_open: RwSignal<bool>) -> AnyView {
    let fixable = page.some_findings(mend::is_mended);
    let will = memo(move || {
        // Every fix is tried on the form, so only while somebody looks.
        if !is_open.get() {
            return String::new();
        }
        let changes: Vec<Change> = page.form.with(|form| mend::changes(form, &mended(page)));
        let words: Vec<String> = changes.iter().map(Change::words).collect();
        format!(
            "{}: {}",
            counted(words.len(), "value changes", "values change"),
            words.join("; ")
        )
    });
    live(move || {
        let count = fixable.with(Vec::len);
        if count < 2 {
            return vec![];
        }
        let fix = button("button small fix", move || apply_all(page))
            .attr("data-action", "fix-all")
            .text(format!("Fix all {count}"));
        let fix = el("div").attr("class", "fix-all").child(fix).child(
            el("small")
                .attr("class", "preview")
                .attr("tabindex", "0")
                .live_text(will),
        );
        vec![fix]
    })
}

/// The form with every fix applied, also those of the link.
fn mended(page: Page) -> crate::Form {
    let mut form = page.form.get_untracked();
    page.link_findings.with_untracked(|findings| {
        for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
            form.apply(&fix.edits);
        }
    });
    mend::all(&form, |form| page.findings_of(form))
}

fn apply_all(page: Page) {
    let before = page.form.get_untracked();
    let after = mended(page);
    let changed = mend::changes(&before, &after).len();
    page.link_findings
        .update(|all| all.retain(|one| one.fix.is_none()));
    page.edit(|form| *form = after);
    let left: Vec<String> = counts(page)
        .into_iter()
        .filter(|(class, _)| *class != "unchecked")
        .map(|(_, text)| text)
        .chain(page.missing(|all| (!all.is_empty()).then(|| format!("{} to fill in", all.len()))))
        .collect();
    let left = match left.as_slice() {
        [] => "Nothing is left.".to_owned(),
        left => format!("Left: {}.", left.join(", ")),
    };
    page.say_of_edit(format!("{} changed. {left}", counted(changed, "value", "values")));
    browser::close_popovers();
    browser::focus("output");
}
