//! What is wrong or could be better: under the fields, and counted in the summary with links to them.

use super::browser;
use super::page::{Page, counted};
use crate::fields::{self, Field};
use crate::finding::{Finding, Fix, Severity};
use crate::mend;
use leptos::prelude::*;

const SEVERITIES: &[(Severity, &str, &str, &str)] = &[
    (Severity::Error, "Error", "error", "errors"),
    (Severity::Warning, "Warning", "warning", "warnings"),
    (Severity::Info, "Note", "note", "notes"),
];

/// The findings about one field.
pub fn under(page: Page, field: &'static Field) -> AnyView {
    let findings = Memo::new(move |_| {
        page.findings.with(|all| {
            all.iter()
                .filter(|finding| finding.field == field.key)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    (move || {
        findings
            .get()
            .into_iter()
            .map(|finding| self::finding(page, finding))
            .collect_view()
    })
    .into_any()
}

/// One finding, in full.
fn finding(page: Page, finding: Finding) -> AnyView {
    let severity = finding.severity.name();
    let word = SEVERITIES
        .iter()
        .find(|(other, ..)| *other == finding.severity)
        .map_or("", |(_, word, ..)| *word);
    let row = finding.row.map(|row| format!("Row {}: ", row + 1));
    let is_of_link = page.link_findings.with_untracked(|all| all.contains(&finding));
    let dismissed = finding.clone();
    let dismiss = is_of_link.then(|| {
        view! {
            <button type="button" class="button small" data-action="dismiss" on:click=move |_| forget(page, &dismissed)>"Dismiss"</button>
        }
    });
    let of_fix = finding.clone();
    let fix = finding.fix.clone().map(|fix| {
        view! {
            <button type="button" class="button small fix" data-fix=finding.rule title=mend::preview(&fix)
                on:click=move |_| apply(page, &of_fix, &fix)>{fix.title.clone()}</button>
        }
    });
    view! {
        <div class=format!("finding {severity}") data-rule=finding.rule data-severity=severity
            data-field=finding.field.into_owned() data-row=finding.row.map(|row| row.to_string())>
            <p><strong>{word}": "</strong>{row}{message(&finding.message)}</p>
            <p class="why">
                {finding.consequence} " "
                <a href=finding.link target="_blank" rel="noopener noreferrer">"Source"<span class="hidden">" of " {finding.rule}</span></a>
            </p>
            <div class="finding-buttons">{fix}{dismiss}</div>
        </div>
    }
    .into_any()
}

/// A message with what stands between backticks as code. The text may be anybody's: where they don't pair, it stays.
fn message(text: &str) -> AnyView {
    let pieces: Vec<_> = text.split('`').collect();
    if pieces.len() % 2 == 0 {
        return text.to_owned().into_any();
    }
    let piece = |(at, piece): (usize, &str)| {
        let text = piece.to_owned();
        if at % 2 == 0 {
            text.into_any()
        } else {
            view! { <code>{text}</code> }.into_any()
        }
    };
    pieces
        .into_iter()
        .enumerate()
        .map(piece)
        .collect_view()
        .into_any()
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
pub fn summary(page: Page) -> AnyView {
    let counts = move || counts(page);
    let elsewhere = Memo::new(move |_| {
        page.findings.with(|all| {
            all.iter()
                .filter(|one| !is_placed(page, one))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let placed = Memo::new(move |_| {
        page.findings.with(|all| {
            all.iter()
                .filter(|one| is_placed(page, one))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let fixable = Memo::new(move |_| {
        page.findings
            .with(|all| all.iter().filter(|finding| mend::is_mended(finding)).count())
    });
    let links = move || {
        let mut findings = placed.get();
        findings.sort_by_key(|finding| finding.severity);
        (!findings.is_empty()).then(|| {
            view! { <ul class="jumps">{findings.into_iter().map(jump).collect_view()}</ul> }
        })
    };
    let fix_all = move || {
        (fixable.get() >= 2).then(|| {
            view! {
                <button type="button" class="button small fix" data-action="fix-all" on:click=move |_| fix_all(page)>
                    "Fix all " {fixable.get()}
                </button>
            }
        })
    };
    view! {
        <section class="summary" aria-label="Findings">
            <div class="summary-head">{counts}{fix_all}</div>
            {links}
            <div class="elsewhere">
                {move || elsewhere.get().into_iter().map(|one| finding(page, one)).collect_view()}
            </div>
            <p class="hidden" role="status" aria-live="polite">{move || spoken(page)}</p>
        </section>
    }
    .into_any()
}

/// Whether it stands under a field of the page.
fn is_placed(page: Page, finding: &Finding) -> bool {
    fields::field(&finding.field).is_some_and(|field| page.shows(field) || is_beside_output(page, field))
}

/// `terraform_source` stands in the output column while its way is open.
pub fn is_beside_output(page: Page, field: &Field) -> bool {
    field == &fields::TERRAFORM_SOURCE
        && page
            .reading
            .with(|(config, _)| config.way == crate::choices::Way::Terraform)
}

fn counts(page: Page) -> AnyView {
    let counts: Vec<_> = SEVERITIES
        .iter()
        .map(|(severity, _, one, many)| (severity.name(), page.count(*severity), *one, *many))
        .filter(|(_, count, ..)| *count > 0)
        .collect();
    if counts.is_empty() {
        return view! { <span class="badge good">"No findings"</span> }.into_any();
    }
    counts
        .into_iter()
        .map(|(class, count, one, many)| view! { <span class=format!("badge {class}")>{counted(count, one, many)}</span> })
        .collect_view()
        .into_any()
}

/// The counts, for those who hear the page.
fn spoken(page: Page) -> String {
    let counts: Vec<_> = SEVERITIES
        .iter()
        .filter(|(severity, ..)| page.count(*severity) > 0)
        .map(|(severity, _, one, many)| counted(page.count(*severity), one, many))
        .collect();
    let missing = match page.missing.with(Vec::len) {
        0 => "nothing missing".to_owned(),
        count => format!("{} missing", counted(count, "value", "values")),
    };
    if counts.is_empty() {
        format!("No findings, {missing}.")
    } else {
        format!("{}, {missing}.", counts.join(", "))
    }
}

fn jump(finding: Finding) -> AnyView {
    let label = fields::field(&finding.field).map_or("", |field| field.label);
    let row = finding.row.unwrap_or(0);
    let key = finding.field.into_owned();
    view! {
        <li class=finding.severity.name()>
            <button type="button" class="jump" on:click=move |_| browser::focus_field(&key, row)>
                <b>{label}</b> " " <span>{message(&finding.message)}</span>
            </button>
        </li>
    }
    .into_any()
}

fn fix_all(page: Page) {
    let fixes: Vec<Finding> = page
        .link_findings
        .with_untracked(|all| all.iter().filter(|one| one.fix.is_some()).cloned().collect());
    page.link_findings
        .update(|all| all.retain(|one| one.fix.is_none()));
    page.edit(|form| {
        for fix in fixes.iter().filter_map(|finding| finding.fix.as_ref()) {
            form.apply(&fix.edits);
        }
        *form = mend::all(form, |form| page.findings_of(form));
    });
    page.notice
        .set("Everything that could be fixed was fixed.".to_owned());
    browser::focus("output");
}
