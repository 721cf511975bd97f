//! The live region: says the findings to screen readers, after a rest.

use super::browser::Rest;
use super::html::{El, effect, el, memo};
use super::page::Page;
use crate::spoken::Spoken;
use leptos::prelude::*;

/// How long the findings stay the same before they are said, in milliseconds.
const REST: u32 = 600;

/// The live region.
pub fn said(page: Page) -> El {
    let text = RwSignal::new(String::new());
    let spoken = StoredValue::new(Spoken::default());
    let rest = Rest::new();
    let say = move || {
        let new = untrack(|| page.findings(|all| spoken.try_update_value(|spoken| spoken.next(all))));
        if let Some(new) = new.flatten() {
            text.set(new);
        }
    };
    effect(move || rest.then(REST, say));
    effect(move || {
        page.findings(|_| ());
        rest.restart();
    });
    el("p")
        .attr("class", "hidden said")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .live_text(memo(move || text.get()))
}
