//! The form in the address bar. The page reads it at load and when the user follows a link, and writes it while the user
//! types.

use super::page::Page;
use super::{browser, frame};
use crate::link::embedding::Embedding;
use crate::link::{self, Secrets};
use crate::notices;
use leptos::prelude::*;

/// The milliseconds between two writes. Browsers refuse an address that changes more often.
const PAUSE: u32 = 300;

/// Writes the address: whether a change waits to be written, and the last text.
#[derive(Clone, Copy)]
struct Writer {
    page: Page,
    waits: RwSignal<bool>,
    written: RwSignal<String>,
}

/// Reads the address into the form, and keeps the two the same from now on.
pub fn follow(page: Page) {
    let writer = Writer {
        page,
        waits: RwSignal::new(false),
        written: RwSignal::new(String::new()),
    };
    writer.read(true);
    if page.embedding.with_untracked(|embedding| embedding.is_framed) {
        frame::start();
    }
    Effect::new(move |is_later: Option<()>| {
        page.form.track();
        if is_later.is_none() || !page.is_edited.get_untracked() {
            return;
        }
        if page.embedding.with_untracked(|embedding| embedding.is_framed) {
            // In a frame the page keeps nothing.
            page.form.with_untracked(frame::tell_change);
        } else {
            writer.write_soon();
        }
    });
    browser::on_window("hashchange", move || writer.read(false));
    browser::on_window("pagehide", move || writer.write());
}

impl Writer {
    /// Reads the form from the address. Accepts a secret only at load, outside a frame.
    fn read(self, is_load: bool) {
        let address = browser::address();
        let is_form = link::is_form(&address.fragment);
        if !is_load && !is_form && !address.fragment.is_empty() {
            // The fragment is a place within the page, not a form.
            return;
        }
        let text = if is_form {
            &address.fragment
        } else {
            &address.query
        };
        let secrets = if is_load && !address.is_framed {
            Secrets::Honour
        } else {
            Secrets::Ignore
        };
        let (mut form, mut findings) = link::parse(text, secrets);
        let (embedding, more) = Embedding::parse(text, &form, address.is_framed);
        findings.extend(more);
        if is_form && is_load {
            // The query is not part of the form, but a secret must not stay there either.
            let (_, of_query) = link::parse(&address.query, Secrets::Ignore);
            findings.extend(
                of_query
                    .into_iter()
                    .filter(|finding| finding.is(&notices::SECRET_IN_LINK)),
            );
        }
        let fragment = link::write(&form) + &embedding.write();
        if !is_load {
            self.page.form.with_untracked(|old| {
                if address.is_framed {
                    form = old.clone();
                    self.page
                        .embedding
                        .with_untracked(|old| embedding.follow(old, &mut form));
                } else {
                    link::keep_secrets(&mut form, old);
                }
            });
        }
        self.page.embedding.set(embedding);
        if findings
            .iter()
            .any(|finding| finding.is(&notices::SECRET_IN_LINK))
        {
            browser::replace_address(&fragment);
        }
        self.waits.set(false);
        self.written.set(fragment);
        self.page.link_findings.set(findings);
        if is_load {
            self.page.form.set(form);
        } else {
            self.page.edit(|old| *old = form);
        }
    }

    /// Writes when the pause since the first unwritten change is over.
    fn write_soon(self) {
        if self.waits.get_untracked() {
            return;
        }
        self.waits.set(true);
        browser::after(PAUSE, move || self.write());
    }

    fn write(self) {
        if !self.waits.get_untracked() {
            return;
        }
        self.waits.set(false);
        let fragment = self.page.form.with_untracked(link::write);
        if self.written.with_untracked(|written| *written != fragment) {
            browser::replace_address(&fragment);
            self.written.set(fragment);
        }
    }
}
