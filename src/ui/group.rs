//! The form that several frames of an embedding page share. Each frame tells what its user has changed, without secrets, and
//! takes what the others have changed; the script of the embedding page passes it on.

use super::html::effect;
use super::page::Page;
use super::{browser, frame};
use crate::Form;
use crate::link::embedding::Embedding;
use crate::link::{self, Secrets};
use leptos::prelude::{GetUntracked as _, RwSignal, Set as _, With as _, WithUntracked as _};

/// How long a frame waits for the form of its group before it shows its own, in milliseconds.
const PATIENCE: u32 = 500;

/// The form of the group, as this frame knows it.
#[derive(Clone, Copy)]
pub struct Group {
    page: Page,
    /// The form that the others have, without secrets. `None` until the embedding page has told it.
    shared: RwSignal<Option<Form>>,
    /// The number of the last edit that came from another frame.
    taken: RwSignal<Option<u32>>,
}

impl Group {
    /// A group that has told nothing yet.
    pub fn new(page: Page) -> Self {
        Self {
            page,
            shared: RwSignal::new(None),
            taken: RwSignal::new(None),
        }
    }

    /// Takes the form that another frame has. What no message can hold (secrets, what is locked here) stays as it is.
    pub fn take(self, text: &str) {
        if !self.page.embedding.with_untracked(Embedding::is_shared) {
            return;
        }
        let (shared, _) = link::parse(text, Secrets::Ignore);
        let mut form = shared.clone();
        let is_first = self.shared.with_untracked(Option::is_none);
        self.shared.set(Some(shared));
        let protected = self.page.form.with_untracked(|old| {
            form.carried = old.carried.clone();
            link::keep_secrets(&mut form, old);
            self.page
                .embedding
                .with_untracked(|embedding| embedding.hold(&mut form));
            link::protect_secrets(&mut form, old)
        });
        if self.page.form.with_untracked(|old| *old == form) {
            return;
        }
        if is_first {
            self.page.form.set(form);
            self.page.arrange();
        } else {
            self.page.edit(|old| *old = form);
            self.taken.set(Some(self.page.edits.get_untracked()));
        }
        if !protected.is_empty() {
            self.page.say_of_edit(link::protected(&protected));
        }
    }

    /// Whether the last edit came from another frame: its user made it there.
    pub fn is_taken(self) -> bool {
        self.taken.get_untracked() == Some(self.page.edits.get_untracked())
    }

    /// Tells the embedding page what the others have to know, and what it shows in its own sentences.
    pub fn tell(self) {
        self.page.form.with_untracked(|form| {
            self.page
                .config_untracked(|config| frame::tell_values(form, config));
            self.share(form);
        });
    }

    fn share(self, form: &Form) {
        let Some(old) = self.shared.with_untracked(Clone::clone) else {
            return;
        };
        let now = self
            .page
            .embedding
            .with_untracked(|embedding| embedding.shared_form(form, &old));
        // What came from the others does not go back to them.
        if now != old {
            frame::tell_shared(&link::write(&now));
            self.shared.set(Some(now));
        }
    }

    /// Goes on when the form of the group is here, or does not come; at once if there is no group.
    pub fn when_here(self, then: impl FnOnce() + 'static) {
        if !self.page.embedding.with_untracked(Embedding::is_shared) {
            return then();
        }
        let then = std::cell::Cell::new(Some(then));
        let then = std::rc::Rc::new(move || {
            if let Some(then) = then.take() {
                then();
            }
        });
        let late = std::rc::Rc::clone(&then);
        browser::after(PATIENCE, move || late());
        effect(move || {
            if self.shared.with(Option::is_some) {
                then();
            }
        });
    }
}
