//! The form that several frames of an embedding page share. Each frame tells what its user has changed, without secrets, and
//! takes what the others have changed; the script of the embedding page passes it on.

use super::html::effect;
use super::page::Page;
use super::{browser, frame};
use crate::link;
use crate::link::embedding::Embedding;
use crate::link::shared::Shared;
use leptos::prelude::{
    GetUntracked as _, RwSignal, Set as _, Update as _, UpdateUntracked as _, With as _, WithUntracked as _,
};

/// How long a frame waits for the form of its group before it shows its own, in milliseconds.
const PATIENCE: u32 = 500;

/// The form of the group, as this frame knows it.
#[derive(Clone, Copy)]
pub struct Group {
    page: Page,
    shared: RwSignal<Shared>,
    /// The number of the last edit that came from another frame.
    taken: RwSignal<Option<u32>>,
}

impl Group {
    /// A group that has told nothing yet.
    pub fn new(page: Page) -> Self {
        Self {
            page,
            shared: RwSignal::new(Shared::default()),
            taken: RwSignal::new(None),
        }
    }

    /// Begins with the form of the address: tells its values, and from now on what the user changes.
    pub fn begin(self) {
        self.shared.set(self.page.form.with_untracked(Shared::begin));
        self.tell();
    }

    /// Takes the whole form of the group, or what another frame has changed.
    pub fn take(self, text: &str, is_whole: bool) {
        if !self.page.embedding.with_untracked(Embedding::is_shared) {
            return;
        }
        let is_first = !self.shared.with_untracked(Shared::is_known);
        let page = self.page;
        let taken = page.form.with_untracked(|form| {
            page.embedding.with_untracked(|embedding| {
                self.shared.try_update(|shared| {
                    if is_whole {
                        shared.take(text, form, embedding)
                    } else {
                        shared.take_changes(text, form, embedding)
                    }
                })
            })
        });
        let Some((form, protected)) = taken else { return };
        if page.form.with_untracked(|old| *old != form) {
            if is_first {
                page.form.set(form);
                page.arrange();
            } else {
                page.edit_from_outside(form);
                self.taken.set(Some(page.edits.get_untracked()));
            }
        }
        if !protected.is_empty() {
            page.say_of_edit(link::protected(&protected));
        }
        if is_first {
            // What was typed before the group was known.
            self.tell();
        }
    }

    /// Whether the last edit came from another frame: its user made it there.
    pub fn is_taken(self) -> bool {
        self.taken.get_untracked() == Some(self.page.edits.get_untracked())
    }

    /// Tells the embedding page what the others have to know, and what it shows in its own sentences.
    pub fn tell(self) {
        let page = self.page;
        let told = page.form.with_untracked(|form| {
            page.config_untracked(|config| frame::tell_values(form, config));
            page.embedding.with_untracked(|embedding| {
                self.shared
                    .try_update_untracked(|shared| shared.tell(form, embedding))
            })
        });
        if let Some(told) = told.flatten() {
            frame::tell_shared(&told);
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
            if self.shared.with(Shared::is_known) {
                then();
            }
        });
    }
}
