//! One finding: what is wrong, links to its documentation, and the button that fixes it.

use super::browser;
use super::html::{El, away, button, el, live, memo};
use super::message::{consequence, message};
use super::page::Page;
use super::severity;
use crate::fields::Field;
use crate::finding::{Finding, Fix};
use leptos::prelude::{AnyView, Get as _, Update as _, With as _, WithUntracked as _};

/// The findings about one field.
pub fn under(page: Page, field: &'static Field) -> AnyView {
    let view = page.view(field);
    let findings = memo(move || view.with(|view| view.findings.clone()));
    live(move || {
        findings
            .get()
            .into_iter()
            .map(|one| finding(page, &one))
            .collect()
    })
}

/// A finding in full.
pub fn finding(page: Page, finding: &Finding) -> El {
    let severity = finding.severity.name();
    let what = el("p").child(el("strong").text(severity::word(finding.severity)));
    let what = match finding.row {
        Some(row) => what.text(format!("Row {}: ", row + 1)),
        None => what,
    };
    el("div")
        .attr("class", format!("finding {severity}"))
        .attr("data-rule", finding.rule)
        .attr("data-severity", severity)
        .attr("data-field", finding.field.as_ref())
        .maybe("data-row", finding.row.map(|row| row.to_string()))
        .child(message(what, &finding.message))
        .child(buttons(page, finding))
}

/// The consequence of the finding, and links to its documentation.
fn why(finding: &Finding) -> El {
    let of_rule = format!(" of {}", finding.rule);
    let source = away(finding.link, "Source", &of_rule);
    // The reference is a page of this site.
    let reference = away(&format!("rules.html#{}", finding.rule), "Rule", &of_rule);
    let text = consequence(el("p"), finding.consequence)
        .text(" ")
        .child(source)
        .text(" · ")
        .child(reference);
    let summary = el("summary")
        .text("Why?")
        .child(el("span").attr("class", "hidden").text(of_rule));
    el("details").attr("class", "why").child(summary).child(text)
}

fn buttons(page: Page, finding: &Finding) -> El {
    let mut buttons = el("div").attr("class", "finding-buttons");
    if let Some(fix) = &finding.fix {
        let (of_fix, fix) = (finding.clone(), fix.clone());
        let title = fix.title.clone();
        let edits = fix.edits.clone();
        let preview = memo(move || page.preview(&edits));
        let fix = button("button small fix", move || apply(page, &of_fix, &fix));
        buttons = buttons
            .child(fix.attr("data-fix", finding.rule).text(title))
            .child(el("small").attr("class", "preview").live_text(preview));
    }
    if page.link_findings.with_untracked(|all| all.contains(finding)) {
        let dismissed = finding.clone();
        let dismiss = button("button small", move || forget(page, &dismissed));
        buttons = buttons.child(dismiss.attr("data-action", "dismiss").text("Dismiss"));
    }
    buttons.child(why(finding))
}

fn apply(page: Page, finding: &Finding, fix: &Fix) {
    forget(page, finding);
    page.apply(&fix.edits);
    // The button is gone, so the focus moves to the edited field.
    if let Some(edit) = fix.edits.first() {
        browser::focus_field(edit.field.key, 0);
    }
}

fn forget(page: Page, finding: &Finding) {
    page.link_findings
        .update(|all| all.retain(|other| other != finding));
}
