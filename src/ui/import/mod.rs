//! The import box: what is pasted, dropped or picked there is read, shown, and applied on request.

mod apply;
mod diff;
pub mod offer;
mod outcome;
mod preview;

use super::browser;
use super::html::{El, button, effect, el, memo, plain, when};
use super::later;
use super::page::{BOX, Page};
use crate::import::{self, Failure, LENGTH_MAX};
use leptos::prelude::{Get as _, Set as _, With as _, WithUntracked as _};
use outcome::Outcome;

/// Takes the bytes of a file, of which only the first may be here.
fn take_file(page: Page, bytes: &[u8], size: usize) {
    let text = if size > LENGTH_MAX {
        Err(Failure::too_long(size))
    } else {
        import::bytes::decoded(bytes)
    };
    page.importing.is_offered.set(true);
    match text {
        Ok(text) => page.importing.take(text, true),
        Err(failure) => page.importing.fail(failure.to_string()),
    }
}

/// The box, and below it what was read.
pub fn import(page: Page) -> El {
    let state = page.importing;
    let outcome = memo(move || outcome::of(page));
    effect(move || browser::on_files(LENGTH_MAX, move |bytes, size| take_file(page, bytes, size)));
    let is_shown = memo(move || offer::is_shown(page));
    let is_carrying = memo(move || page.form.with(|form| form.carried.imported().is_some()));
    let is_hidden = memo(move || (!is_shown.get()).then(String::new));
    // Whatever brought the text: what reads it is needed now.
    effect(move || {
        if !state.text.with(String::is_empty) {
            later::with_import(page, |_| {});
        }
    });
    el("section")
        .attr("class", "import")
        .attr("aria-label", "Start from what you have")
        .follow("hidden", is_hidden)
        .live(move || when(is_shown, || text_box(page)))
        .live(move || outcome.with(|outcome| shown(page, outcome.as_ref())))
        .live(move || when(is_carrying, || carried(page)))
}

fn text_box(page: Page) -> El {
    let state = page.importing;
    let text = memo(move || state.text.get());
    let area = plain(el("textarea"), BOX)
        .attr("id", BOX)
        .attr("rows", "2")
        .attr("aria-label", "Paste what you have")
        .attr(
            "placeholder",
            "Paste the docker run command that Harness shows, or a task definition",
        )
        .prop("value", text)
        .on("focus", move |_| later::with_import(page, |_| {}))
        .on("blur", move |_| state.is_judged.set(true))
        .on("input", move |event| {
            let is_judged = browser::is_paste(&event);
            state.take(browser::value_of(&event), is_judged);
        });
    let read = button("button small", move || {
        if state.text.with_untracked(|text| text.trim().is_empty()) {
            browser::focus(BOX);
        } else {
            state.is_judged.set(true);
        }
    });
    let pick = el("label")
        .attr("class", "button small")
        .text("Choose a file")
        .child(el("input").attr("type", "file").attr("class", "hidden"));
    let buttons = el("div")
        .attr("class", "import-buttons")
        .child(read.attr("data-action", "import").text("Import"))
        .child(pick);
    el("div").attr("class", "import-box").child(area).child(buttons)
}

fn shown(page: Page, outcome: Option<&Outcome>) -> Vec<El> {
    let state = page.importing;
    match outcome {
        None => vec![],
        Some(Outcome::Read(import)) => vec![preview::preview(page, import)],
        Some(Outcome::Failed(sentence)) => {
            let is_hidden = memo(move || {
                let is_said = state.is_judged.get() || state.fault.with(|fault| !fault.is_empty());
                (!is_said).then(String::new)
            });
            let what = el("p").child(el("strong").text("Not imported: "));
            let message = super::message::message(what, sentence);
            let finding = el("div")
                .attr("class", "finding error import-failure")
                .attr("role", "alert");
            vec![finding.follow("hidden", is_hidden).child(message)]
        }
    }
}

/// Says that the form carries documents, with a button that forgets them.
fn carried(page: Page) -> El {
    let what = "The files also contain the parts of the imported documents that no field shows.";
    let forget = button("button small", move || {
        page.edit(|form| form.carried = crate::carried::Carried::default());
        page.say_of_edit("The files contain only what the form says.");
    });
    let forget = forget
        .attr("data-action", "forget-import")
        .text("Remove those parts");
    el("div")
        .attr("class", "import-carried")
        .child(el("p").text(what))
        .child(forget)
}
