//! What screen readers hear of findings: which field, and what is wrong. Once, and after a rest.

use super::browser;
use super::html::{El, effect, el, memo};
use super::page::Page;
use crate::fields;
use crate::finding::Finding;
use crate::words::counted;
use leptos::prelude::*;

/// How long the findings stay the same before they are said, in milliseconds.
const REST: u32 = 600;

/// How many findings are said in full. The others are counted.
const SAID_MAX: usize = 2;

/// The live region.
pub fn said(page: Page) -> El {
    let text = RwSignal::new(String::new());
    let known = StoredValue::new(Vec::<String>::new());
    let turn = RwSignal::new(0_u32);
    effect(move || {
        page.findings(|_| ());
        let own = turn.get_untracked().wrapping_add(1);
        turn.set(own);
        browser::after(REST, move || {
            if turn.get_untracked() == own {
                let all: Vec<String> = untrack(|| page.findings(|all| all.iter().map(words).collect()));
                let new = known.with_value(|known| said_of(&all, known));
                known.set_value(all);
                if let Some(new) = new {
                    text.set(new);
                }
            }
        });
    });
    el("p")
        .attr("class", "hidden said")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .live_text(memo(move || text.get()))
}

/// `Harness account ID: …`
fn words(finding: &Finding) -> String {
    let label = fields::field(&finding.field).map_or("The link", |field| field.label);
    format!("{label}: {}", finding.message)
}

/// What is said when the findings have changed, if anything.
fn said_of(now: &[String], before: &[String]) -> Option<String> {
    let new: Vec<&str> = now
        .iter()
        .filter(|one| !before.contains(one))
        .map(String::as_str)
        .collect();
    if new.is_empty() {
        // Not said at the start, where there was nothing.
        return (now.is_empty() && !before.is_empty()).then(|| "No findings.".to_owned());
    }
    let mut said = new.iter().take(SAID_MAX).copied().collect::<Vec<_>>().join(" ");
    if new.len() > SAID_MAX {
        let more = counted(new.len() - SAID_MAX, "more finding", "more findings");
        said.push_str(&format!(" And {more}."));
    }
    Some(said)
}
