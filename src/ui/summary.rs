//! The summary of the findings: counts, links to the fields, and the button that fixes all.

use super::browser;
use super::finding::finding;
use super::html::{El, badges, button, el, memo};
use super::message::message;
use super::page::{Page, counted};
use super::parts::Part;
use super::severity;
use crate::fields;
use crate::finding::Finding;
use crate::mend;
use leptos::prelude::{Get as _, GetUntracked as _, Set as _, Update as _, With as _};

/// The text of the summary while the rules are not here, because nobody has touched the page.
const UNCHECKED: &str = "Findings appear here as you fill in the form.";

/// The summary. Findings that appear under no field are here in full.
pub fn summary(page: Page) -> El {
    let placed = page.some_findings(move |finding| is_placed(page, finding));
    let elsewhere = page.some_findings(move |finding| !is_placed(page, finding));
    let fixable = page.some_findings(mend::is_mended);
    let fix_all = move || {
        let count = fixable.with(Vec::len);
        let button = button("button small fix", move || fix_all(page)).attr("data-action", "fix-all");
        if count >= 2 {
            vec![button.text(format!("Fix all {count}"))]
        } else {
            vec![]
        }
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
        .live(move || placed.with(|findings| jumps(findings)))
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

/// Whether the finding appears under a field of the page.
fn is_placed(page: Page, finding: &Finding) -> bool {
    fields::field(&finding.field).is_some_and(|field| page.shows(field) || page.shows_beside(field))
}

/// The number of findings of each severity, without zeros.
fn tally(page: Page) -> Vec<(&'static str, String)> {
    severity::ALL
        .into_iter()
        .map(|severity| (severity, page.count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| (severity.name(), severity::number(severity, count)))
        .collect()
}

fn counts(page: Page) -> Vec<(&'static str, String)> {
    let mut counts = tally(page);
    if counts.is_empty() {
        counts.push(if page.parts.rules.with(Part::is_here) {
            ("good", "No findings".to_owned())
        } else {
            ("unchecked", UNCHECKED.to_owned())
        });
    }
    counts
}

/// The counts, for screen readers.
fn spoken(page: Page) -> String {
    let counts: Vec<String> = tally(page).into_iter().map(|(_, text)| text).collect();
    let missing = match page.missing(<[_]>::len) {
        0 => "nothing missing".to_owned(),
        count => format!("{} missing", counted(count, "value", "values")),
    };
    if !page.parts.rules.with(Part::is_here) {
        String::new()
    } else if counts.is_empty() {
        format!("No findings, {missing}.")
    } else {
        format!("{}, {missing}.", counts.join(", "))
    }
}

/// The links to the fields, the most severe findings first.
fn jumps(findings: &[Finding]) -> Vec<El> {
    if findings.is_empty() {
        return vec![];
    }
    let all = |severity| {
        findings
            .iter()
            .filter(move |finding| finding.severity == severity)
    };
    vec![
        el("ul")
            .attr("class", "jumps")
            .children(severity::ALL.into_iter().flat_map(all).map(jump)),
    ]
}

fn jump(finding: &Finding) -> El {
    let label = fields::field(&finding.field).map_or("", |field| field.label);
    let row = finding.row.unwrap_or(0);
    let key = finding.field.clone();
    let jump = button("jump", move || browser::focus_field(&key, row))
        .child(el("b").text(label))
        .text(" ")
        .child(message(el("span"), &finding.message));
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
