//! What is wrong or could be better: under the fields, and counted in the summary with links to them.

use super::browser;
use super::field::away;
use super::html::{El, badges, button, el, live, memo};
use super::page::{Page, counted};
use crate::fields::{self, Field};
use crate::finding::{Finding, Fix, Severity};
use crate::mend;
use leptos::prelude::*;

/// Every severity: the word before a finding, and how many are called.
const SEVERITIES: &[(Severity, &str, &str, &str)] = &[
    (Severity::Error, "Error: ", "error", "errors"),
    (Severity::Warning, "Warning: ", "warning", "warnings"),
    (Severity::Info, "Note: ", "note", "notes"),
];

/// What the summary says of a page that nobody has touched.
const UNCHECKED: &str = "Findings appear here as you fill in the form.";

/// The findings about one field.
pub fn under(page: Page, field: &'static Field) -> AnyView {
    let findings = some(page, move |finding| finding.field == field.key);
    live(move || {
        findings
            .get()
            .into_iter()
            .map(|one| finding(page, &one))
            .collect()
    })
}

/// Those findings that are such.
fn some(page: Page, such: impl Fn(&Finding) -> bool + Send + Sync + 'static) -> Memo<Vec<Finding>> {
    memo(move || page.findings(|all| all.iter().filter(|finding| such(finding)).cloned().collect()))
}

/// One finding, in full.
fn finding(page: Page, finding: &Finding) -> El {
    let severity = finding.severity.name();
    let word = SEVERITIES
        .iter()
        .find(|(other, ..)| *other == finding.severity)
        .map_or("", |(_, word, ..)| *word);
    let what = el("p").child(el("strong").text(word));
    let what = match finding.row {
        Some(row) => what.text(format!("Row {}: ", row + 1)),
        None => what,
    };
    let of_rule = format!(" of {}", finding.rule);
    let source = away(finding.link, "Source", &of_rule);
    // The site's own page, beside this one.
    let reference = away(&format!("rules.html#{}", finding.rule), "Rule", &of_rule);
    let mut buttons = el("div").attr("class", "finding-buttons");
    if let Some(fix) = &finding.fix {
        let (of_fix, fix) = (finding.clone(), fix.clone());
        let title = fix.title.clone();
        let preview = mend::preview(&fix);
        let fix = button("button small fix", move || apply(page, &of_fix, &fix));
        buttons = buttons.child(
            fix.attr("data-fix", finding.rule)
                .attr("title", preview)
                .text(title),
        );
    }
    if page.link_findings.with_untracked(|all| all.contains(finding)) {
        let dismissed = finding.clone();
        let dismiss = button("button small", move || forget(page, &dismissed));
        buttons = buttons.child(dismiss.attr("data-action", "dismiss").text("Dismiss"));
    }
    el("div")
        .attr("class", format!("finding {severity}"))
        .attr("data-rule", finding.rule)
        .attr("data-severity", severity)
        .attr("data-field", finding.field.as_ref())
        .maybe("data-row", finding.row.map(|row| row.to_string()))
        .child(with_message(what, &finding.message))
        .child(
            with_consequence(el("p").attr("class", "why"), finding.consequence)
                .text(" ")
                .child(source)
                .text(" · ")
                .child(reference),
        )
        .child(buttons)
}

/// A message, with what stands between backticks as code. The text may be anybody's: where they don't pair, it stays.
fn with_message(element: El, message: &str) -> El {
    let pieces: Vec<_> = message.split('`').collect();
    if pieces.len() % 2 == 0 {
        return element.text(message);
    }
    pieces
        .into_iter()
        .enumerate()
        .fold(element, |element, (at, piece)| match at % 2 {
            0 => element.text(piece),
            _ => element.child(el("code").text(piece)),
        })
}

/// What happens: our own words, with AWS's between asterisks and code between backticks.
fn with_consequence(element: El, consequence: &str) -> El {
    consequence
        .split('*')
        .enumerate()
        .fold(element, |element, (at, piece)| match at % 2 {
            0 => with_message(element, piece),
            _ => element.child(with_message(el("em"), piece)),
        })
}

fn apply(page: Page, finding: &Finding, fix: &Fix) {
    forget(page, finding);
    page.edit(|form| form.apply(&fix.edits));
    page.notice.set(format!("{}.", mend::preview(fix)));
    // The button is gone: the cursor goes where the edit was.
    if let Some(edit) = fix.edits.first() {
        browser::focus_field(edit.field.key, 0);
    }
}

fn forget(page: Page, finding: &Finding) {
    page.link_findings
        .update(|all| all.retain(|other| other != finding));
}

/// Counts, links to the fields, the findings that stand under no field, and the fix for all of them.
pub fn summary(page: Page) -> El {
    let placed = some(page, move |finding| is_placed(page, finding));
    let elsewhere = some(page, move |finding| !is_placed(page, finding));
    let fixable = some(page, mend::is_mended);
    let fix_all = move || {
        let count = fixable.with(Vec::len);
        let button = button("button small fix", move || fix_all(page)).attr("data-action", "fix-all");
        if count >= 2 {
            vec![button.text(format!("Fix all {count}"))]
        } else {
            vec![]
        }
    };
    let links = move || {
        let findings = placed.get();
        let by = |severity| move |finding: &Finding| finding.severity == severity;
        let (mut errors, rest): (Vec<_>, Vec<_>) = findings.into_iter().partition(by(Severity::Error));
        let (warnings, infos): (Vec<_>, Vec<_>) = rest.into_iter().partition(by(Severity::Warning));
        errors.extend(warnings);
        errors.extend(infos);
        let findings = errors;
        if findings.is_empty() {
            return vec![];
        }
        vec![
            el("ul")
                .attr("class", "jumps")
                .children(findings.iter().map(jump)),
        ]
    };
    el("section")
        .attr("class", "summary")
        .attr("aria-label", "Findings")
        .child(
            el("div")
                .attr("class", "summary-head")
                .view(badges(move || counts(page)))
                .live(fix_all),
        )
        .live(links)
        .child(el("div").attr("class", "elsewhere").live(move || {
            elsewhere
                .get()
                .into_iter()
                .map(|one| finding(page, &one))
                .collect()
        }))
        .child(
            el("p")
                .attr("class", "hidden")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .live_text(memo(move || spoken(page))),
        )
}

/// Whether it stands under a field of the page.
fn is_placed(page: Page, finding: &Finding) -> bool {
    fields::field(&finding.field).is_some_and(|field| page.shows(field) || page.shows_beside(field))
}

/// How many findings there are of each severity of which there are any.
fn tally(page: Page) -> Vec<(&'static str, String)> {
    SEVERITIES
        .iter()
        .map(|(severity, _, one, many)| (severity.name(), page.count(*severity), *one, *many))
        .filter(|(_, count, ..)| *count > 0)
        .map(|(class, count, one, many)| (class, counted(count, one, many)))
        .collect()
}

fn counts(page: Page) -> Vec<(&'static str, String)> {
    let mut counts = tally(page);
    if counts.is_empty() {
        counts.push(match page.check.get() {
            Some(_) => ("good", "No findings".to_owned()),
            None => ("unchecked", UNCHECKED.to_owned()),
        });
    }
    counts
}

/// The counts, for those who hear the page.
fn spoken(page: Page) -> String {
    let counts: Vec<String> = tally(page).into_iter().map(|(_, text)| text).collect();
    let missing = match page.missing(<[_]>::len) {
        0 => "nothing missing".to_owned(),
        count => format!("{} missing", counted(count, "value", "values")),
    };
    if page.check.with(Option::is_none) {
        String::new()
    } else if counts.is_empty() {
        format!("No findings, {missing}.")
    } else {
        format!("{}, {missing}.", counts.join(", "))
    }
}

fn jump(finding: &Finding) -> El {
    let label = fields::field(&finding.field).map_or("", |field| field.label);
    let row = finding.row.unwrap_or(0);
    let key = finding.field.clone();
    let jump = button("jump", move || browser::focus_field(&key, row))
        .child(el("b").text(label))
        .text(" ")
        .child(with_message(el("span"), &finding.message));
    el("li").attr("class", finding.severity.name()).child(jump)
}

fn fix_all(page: Page) {
    let of_link = page.link_findings.get_untracked();
    page.link_findings
        .update(|all| all.retain(|one| one.fix.is_none()));
    page.edit(|form| {
        for fix in of_link.iter().filter_map(|finding| finding.fix.as_ref()) {
            form.apply(&fix.edits);
        }
        *form = mend::all(form, |form| page.findings_of(form));
    });
    page.notice
        .set("Everything that could be fixed was fixed.".to_owned());
    browser::focus("output");
}
