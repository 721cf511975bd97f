//! The form in the address bar. The page reads it at load and when the user follows a link, and writes it when the user
//! leaves a field, or chooses something.

use super::browser::Rest;
use super::group::Group;
use super::html::effect;
use super::page::Page;
use super::{browser, frame};
use crate::Form;
use crate::fields::{self, Field};
use crate::finding::Finding;
use crate::link::embedding::Embedding;
use crate::link::{self, Secrets};
use crate::notices;
use leptos::prelude::*;

/// The milliseconds between two writes. Browsers refuse an address that changes more often.
const PAUSE: u32 = 300;

/// The events at which what was typed is written, besides Enter and `beforeunload`.
const MOMENTS: &[&str] = &["focusout", "pagehide", "visibilitychange"];

/// Writes the form into the address, or in a frame tells the embedding page. A text that is still being typed waits:
/// half of a URL does not show yet which part of it is a password.
#[derive(Clone, Copy)]
struct Writer {
    page: Page,
    /// The form that this frame shares with others.
    group: Group,
    /// Whether there is an edit that is not written.
    is_due: RwSignal<bool>,
    /// Whether the last write is less than a pause ago.
    is_resting: RwSignal<bool>,
    /// The last text.
    written: RwSignal<String>,
}

/// The milliseconds without a key after which the other frames of the group follow.
const REST: u32 = 600;

/// Reads the address into the form, and keeps the two the same from now on.
pub fn follow(page: Page) -> Group {
    let group = Group::new(page);
    let writer = Writer {
        page,
        group,
        is_due: RwSignal::new(false),
        is_resting: RwSignal::new(false),
        written: RwSignal::new(String::new()),
    };
    writer.read(true);
    if page.is_framed() {
        frame::start(move |text, is_whole| group.take(&text, is_whole));
        group.begin();
    }
    let rest = Rest::new();
    rest.then(REST, move || writer.tell_at_rest());
    effect(move || {
        page.form.track();
        if page.is_framed() {
            rest.restart();
        }
        // Reading a link at load is no edit.
        if page.edits.get_untracked() == 0 || group.is_taken() {
            return;
        }
        writer.is_due.set(true);
        if !page.is_typing() {
            writer.write_soon();
        }
    });
    browser::on_window("hashchange", move || writer.read(false));
    browser::on_window_event("keydown", move |event| {
        if browser::key_of(event) == "Enter" {
            writer.write();
        }
    });
    browser::on_window_event("beforeunload", move |event| {
        writer.hand_over();
        // No address holds what was imported: the browser asks whether to leave it behind.
        if page.form.with_untracked(|form| form.carried.imported().is_some()) && !page.is_framed() {
            event.prevent_default();
        }
    });
    for moment in MOMENTS {
        browser::on_window(moment, move || writer.write());
    }
    browser::on_window("focusout", move || page.leave());
    follow_links(page);
    group
}

/// Takes a field from the list of what the link has set when the user looks at it.
fn follow_links(page: Page) {
    browser::on_window_event("focusin", move |event| {
        let name = browser::name_of(event);
        if page
            .from_link
            .with_untracked(|fields| fields.iter().any(|field| field.key == name))
        {
            page.from_link
                .update(|fields| fields.retain(|field| field.key != name));
        }
    });
}

impl Writer {
    /// Reads the form from the address. Accepts a secret only at load, outside a frame.
    fn read(self, is_load: bool) {
        if is_load && let Some(fragment) = browser::take_over() {
            browser::replace_address(&fragment);
        }
        let address = browser::address();
        let is_form = link::is_form(&address.fragment);
        let is_secret = !is_form && link::is_secret(&address.fragment);
        // The page has written it meanwhile. The form has more than an address can hold, such as imported documents.
        if !is_load
            && is_form
            && self
                .written
                .with_untracked(|written| *written == address.fragment)
        {
            return;
        }
        if !is_load && !is_form && !address.fragment.is_empty() {
            // The fragment is a place within the page, not a form; or a secret that somebody pasted there.
            if is_secret {
                let form = self.page.form.with_untracked(link::write);
                self.publish(vec![link::secret_as_name()], &form);
            }
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
        findings.extend(is_secret.then(link::secret_as_name));
        if is_form && is_load {
            // The query is not part of the form, but a secret must not stay there either.
            let (_, of_query) = link::parse(&address.query, Secrets::Ignore);
            findings.extend(of_query.into_iter().filter(is_about_secret));
        }
        let fragment = link::write(&form) + &embedding.write();
        let mut protected = Vec::new();
        if !is_load {
            protected = self.keep_own(&mut form, &embedding);
            link::forget_left_out(&mut findings, &form);
        }
        self.page.embedding.set(embedding);
        self.publish(findings, &fragment);
        self.is_due.set(false);
        // What the form keeps of a secret is no edit.
        self.written.set(link::write(&form));
        let is_own = address.is_framed || is_load && browser::is_reload();
        self.apply(form, is_load, is_own);
        if !protected.is_empty() {
            self.page.say_of_edit(link::protected(&protected));
        }
    }

    /// Keeps in a form from outside what the user has typed and no link can hold. Removes the secrets if the form decides
    /// anew where they go, and returns what decided it.
    fn keep_own(self, form: &mut Form, embedding: &Embedding) -> Vec<&'static Field> {
        self.page.form.with_untracked(|old| {
            if embedding.is_framed {
                *form = old.clone();
                self.page
                    .embedding
                    .with_untracked(|old| embedding.follow(old, form));
            } else {
                link::keep_secrets(form, old);
            }
            link::protect_secrets(form, old)
        })
    }

    /// Puts the form of a link into the page. Lists what it has set, unless the page itself has written it.
    fn apply(self, form: Form, is_load: bool, is_own: bool) {
        // The way is seen without being listed.
        let set = form.touched().map(|(field, _)| field);
        let set: Vec<_> = set.filter(|field| **field != fields::WAY).collect();
        if is_load {
            self.page.form.set(form);
            self.page.arrange();
        } else if self.page.is_framed() {
            self.page.edit_from_outside(form);
        } else {
            self.page.edit(|old| *old = form);
        }
        if !is_own {
            self.page.from_link.set(set);
        }
    }

    /// Shows what is said of a link. If it held a secret, replaces it in the address bar.
    fn publish(self, mut findings: Vec<Finding>, fragment: &str) {
        if findings.iter().any(is_about_secret) && !browser::replace_address(fragment) {
            findings.push(link::secret_stays());
        }
        self.page.link_findings.set(findings);
    }

    /// Writes now, or when the pause since the last write is over.
    fn write_soon(self) {
        if self.is_resting.get_untracked() {
            return;
        }
        self.write();
        self.is_resting.set(true);
        browser::after(PAUSE, move || {
            self.is_resting.set(false);
            if self.is_due.get_untracked() && !self.page.is_typing() {
                self.write_soon();
            }
        });
    }

    /// Tells the other frames what the user is typing, after a rest: they may be looked at while the cursor is still in the
    /// field. Not a text of which the first half does not show yet that the whole is secret.
    fn tell_at_rest(self) {
        let typed = self.page.typed_field().and_then(fields::field);
        let is_half = typed.is_some_and(|field| !field.is_plain_name());
        if self.page.is_framed() && !is_half {
            self.group.tell();
        }
    }

    /// Writes in the last moment before the page is left or loaded again.
    fn hand_over(self) {
        if self.is_due.get_untracked() && !self.page.is_framed() {
            browser::hand_over(&self.page.form.with_untracked(link::write));
        }
        self.write();
    }

    fn write(self) {
        if !self.is_due.get_untracked() {
            return;
        }
        self.is_due.set(false);
        if self.page.is_framed() {
            // In a frame the page keeps nothing.
            self.page.form.with_untracked(frame::tell_change);
            self.group.tell();
            return;
        }
        let fragment = self.page.form.with_untracked(link::write);
        if self.written.with_untracked(|written| *written != fragment) && browser::replace_address(&fragment)
        {
            self.written.set(fragment);
        }
    }
}

fn is_about_secret(finding: &Finding) -> bool {
    finding.is(&notices::SECRET_IN_LINK)
}
