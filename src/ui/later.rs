//! Fetches the parts of the program that an untouched page does not need: the rules, and what the other tabs and the
//! archive need. In the built site, each part is a separate wasm file (scripts/post-build.mjs splits it off). The page
//! fetches it when it needs it or is about to need it.

use super::browser;
use super::html::effect;
use super::page::Page;
use super::parts::{Check, Formats, Part, ReadImport, record};
use crate::Form;
use crate::link::embedding::Embedding;
use crate::outputs::{self, readme};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// A part could not be fetched: the connection is down, or the site has a newer build.
struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[allow(clippy::unnecessary_wraps)] // the macro returns the error: the part could not be fetched
#[wasm_split(rules, wasm_split_path = ::leptos::wasm_split, fallible)]
fn rules() -> Result<Check, NotFetched> {
    Ok(crate::check)
}

#[allow(clippy::unnecessary_wraps)] // as above
#[wasm_split(formats, wasm_split_path = ::leptos::wasm_split, fallible)]
fn formats() -> Result<Formats, NotFetched> {
    Ok(Formats {
        files: outputs::later_files,
        readme: readme::render,
    })
}

#[allow(clippy::unnecessary_wraps)] // as above
#[wasm_split(import, wasm_split_path = ::leptos::wasm_split, fallible)]
fn import() -> Result<ReadImport, NotFetched> {
    Ok(crate::import::read)
}

/// Fetches a part unless it is here, then goes on with it, or without it if the fetch failed.
fn fetch<T: Copy + Send + Sync + 'static>(
    part: RwSignal<Part<T>>,
    fetched: impl Future<Output = Result<T, NotFetched>> + 'static,
    then: Box<dyn FnOnce(Option<T>)>,
) {
    browser::spawn(async move {
        let fetched = fetched.await.ok();
        record(part, fetched);
        then(fetched);
    });
}

/// Goes on when the rules are here or their fetch failed.
fn with_rules(page: Page, then: impl FnOnce() + 'static) {
    fetch(page.parts.rules, rules(), Box::new(|_| then()));
}

/// Goes on with what the other tabs and the archive need, if it could be fetched.
pub fn with_formats(page: Page, then: impl FnOnce(Option<Formats>) + 'static) {
    fetch(page.parts.formats, formats(), Box::new(then));
}

/// Goes on with what reads the import box, if it could be fetched.
pub fn with_import(page: Page, then: impl FnOnce(Option<ReadImport>) + 'static) {
    fetch(page.parts.import, import(), Box::new(then));
}

fn fetch_rules(page: Page) {
    if !page.parts.rules.with_untracked(Part::is_here) {
        with_rules(page, || {});
    }
}

/// Whether the page judges the form without being asked: it has values, and it has somewhere to say what is wrong.
fn is_judging(page: Page) -> bool {
    page.form.with(|form| *form != Form::default()) && !page.embedding.with(Embedding::is_block)
}

/// Fetches the parts that the form needs and that are not here.
fn fetch_needed(page: Page) {
    if is_judging(page) {
        fetch_rules(page);
    }
    if needs_formats(page) && !page.parts.formats.with_untracked(Part::is_here) {
        with_formats(page, |_| {});
    }
}

/// Tries again to fetch the parts that could not be fetched.
pub fn again(page: Page) {
    page.parts.forget_failures();
    untrack(|| fetch_needed(page));
}

fn needs_formats(page: Page) -> bool {
    !outputs::is_first(page.config(|config| config.way))
}

/// Fetches each part as soon as the form needs it. Calls back when the files are those of the form, and when all parts
/// that it needs at first are here.
pub fn follow(page: Page, shown: impl FnOnce() + 'static, ready: impl FnOnce() + 'static) {
    effect(move || fetch_needed(page));
    // Users who touch the page are about to type.
    for event in ["pointerdown", "focusin"] {
        browser::on_window(event, move || fetch_rules(page));
    }
    // Both parts are under way already; each call waits for the one fetch.
    with_needed_formats(page, shown);
    let then = move || with_needed_formats(page, ready);
    if untrack(|| is_judging(page)) {
        with_rules(page, then);
    } else {
        then();
    }
}

/// Goes on when the open way has what it needs, or its fetch failed.
fn with_needed_formats(page: Page, then: impl FnOnce() + 'static) {
    if untrack(|| needs_formats(page)) {
        with_formats(page, |_| then());
    } else {
        then();
    }
}
