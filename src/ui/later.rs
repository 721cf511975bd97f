//! The parts of the program that an untouched page does not need: the rules, and what is behind the other tabs and the
//! archive. In the built site the functions that only such a part reaches are a wasm file of its own
//! (scripts/post-build.mjs splits it off), which the page fetches when it is wanted or is about to be.

use super::browser;
use super::page::Page;
use crate::choices::Way;
use crate::date::Date;
use crate::outputs::script::deploy;
use crate::outputs::{self, OutputFile, readme};
use crate::{Config, Deployment, Finding, Form};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// What finds what is wrong with a configuration.
pub type Check = fn(&Config, &Deployment, Date) -> Vec<Finding>;

/// What is behind the other tabs and the archive. Pointers, so that it is called like any other code once it is here.
#[derive(Clone, Copy)]
pub struct Formats {
    /// The files of one of the other ways.
    pub files: fn(&Deployment, Way) -> Vec<OutputFile>,
    /// The README of the archive.
    pub readme: fn(&Config, &Deployment, &[OutputFile], &str) -> String,
    /// The paste for CloudShell.
    pub paste: fn(&str) -> String,
}

/// That a part could not be fetched: there is no connection, or the site has a newer build.
pub struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[allow(clippy::unnecessary_wraps)] // the error is the macro's: that the part could not be fetched
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
        paste: deploy::paste,
    })
}

/// A part of the program, once it is here.
pub type Part<T> = RwSignal<Option<T>>;

/// Fetches a part, unless it is here, and goes on. Says so where it could not be fetched; it can then be tried again.
fn fetch<T: Copy + Send + Sync + 'static>(
    page: Page,
    part: Part<T>,
    fetched: impl Future<Output = Result<T, NotFetched>> + 'static,
    then: Box<dyn FnOnce(Option<T>)>,
) {
    browser::spawn(async move {
        let fetched = fetched.await.ok();
        page.is_cut_off.set(fetched.is_none());
        if fetched.is_some() && part.with_untracked(Option::is_none) {
            part.set(fetched);
        }
        then(fetched);
    });
}

/// Goes on when the rules are here, or could not be fetched.
fn with_rules(page: Page, then: impl FnOnce() + 'static) {
    fetch(page, page.check, rules(), Box::new(|_| then()));
}

/// Goes on with what is behind the tabs, if it could be fetched.
pub fn with_formats(page: Page, then: impl FnOnce(Option<Formats>) + 'static) {
    fetch(page, page.formats, formats(), Box::new(then));
}

/// Fetches what the form wants and is not here.
fn fetch_wanted(page: Page) {
    if page.form.with(|form| *form != Form::default()) && page.check.with_untracked(Option::is_none) {
        with_rules(page, || {});
    }
    if wants_formats(page) && page.formats.with_untracked(Option::is_none) {
        with_formats(page, |_| {});
    }
}

/// Tries again what could not be fetched.
pub fn again(page: Page) {
    page.is_cut_off.set(false);
    untrack(|| fetch_wanted(page));
}

fn wants_formats(page: Page) -> bool {
    !outputs::is_first(page.config(|config| config.way))
}

/// Fetches what the form wants as soon as it wants it, and calls back when everything is here that it wants at first.
pub fn follow(page: Page, ready: impl FnOnce() + 'static) {
    Effect::new(move || fetch_wanted(page));
    // Whoever touches the page is about to type.
    for event in ["pointerdown", "focusin"] {
        browser::on_window(event, move || {
            if page.check.with_untracked(Option::is_none) {
                with_rules(page, || {});
            }
        });
    }
    let then = move || {
        if untrack(|| wants_formats(page)) {
            with_formats(page, |_| ready());
        } else {
            ready();
        }
    };
    if page.form.with_untracked(|form| *form != Form::default()) {
        with_rules(page, then);
    } else {
        then();
    }
}
