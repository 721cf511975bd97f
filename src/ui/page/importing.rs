//! The state of the import box.

use leptos::prelude::{RwSignal, Set as _};

/// The id and the name of the box.
pub const BOX: &str = "import";

/// The state of the import box. In memory only: the text may hold a token.
#[derive(Clone, Copy)]
pub struct Importing {
    /// What is in the box.
    pub text: RwSignal<String>,
    /// Whether the user is done with the text: then its faults are said. Not while somebody types it.
    pub is_judged: RwSignal<bool>,
    /// Why a file could not be read. Blank if none failed.
    pub fault: RwSignal<String>,
    /// Whether something was pasted elsewhere that belongs into the box: then it is shown in a frame too.
    pub is_offered: RwSignal<bool>,
}

impl Importing {
    /// An empty box.
    pub fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            is_judged: RwSignal::new(false),
            fault: RwSignal::new(String::new()),
            is_offered: RwSignal::new(false),
        }
    }

    /// Takes a text. `is_judged` says whether it is whole.
    pub fn take(self, text: String, is_judged: bool) {
        self.fault.set(String::new());
        self.is_judged.set(is_judged);
        self.text.set(text);
    }

    /// Says why a file could not be read.
    pub fn fail(self, sentence: String) {
        self.text.set(String::new());
        self.fault.set(sentence);
    }

    /// Empties the box. A box that was only offered is gone again.
    pub fn clear(self) {
        self.take(String::new(), false);
        self.is_offered.set(false);
    }
}
