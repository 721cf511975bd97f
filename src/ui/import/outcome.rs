//! What came of the text in the import box.

use crate::import::Import;
use crate::mend;
use crate::ui::page::Page;
use leptos::prelude::{Get as _, With as _, WithUntracked as _};
use std::sync::Arc;

/// What came of the text in the box.
#[derive(Clone, PartialEq)]
pub enum Outcome {
    /// It was read.
    Read(Arc<Import>),
    /// It was not, and why.
    Failed(String),
}

/// What came of the text. `None` while the box is empty, or its reader is not here.
pub fn of(page: Page) -> Option<Outcome> {
    let state = page.importing;
    let fault = state.fault.get();
    if !fault.is_empty() {
        return Some(Outcome::Failed(fault));
    }
    if state.text.with(|text| text.trim().is_empty()) {
        return None;
    }
    let part = page.parts.import.get();
    let Some(reader) = part.here() else {
        let sentence = "The part of the page that reads this did not load.".to_owned();
        return part.has_failed().then_some(Outcome::Failed(sentence));
    };
    // Not anew with each key in the form: it is read again when it is applied.
    let read = state
        .text
        .with(|text| page.form.with_untracked(|form| reader(text, form)));
    Some(match read {
        Ok(mut import) => {
            page.embedding.with(|embedding| {
                if embedding.is_framed {
                    // Locked fields stay as they are.
                    embedding.hold(&mut import.form);
                    if embedding.is_shared() {
                        import.keep_fields_only();
                    }
                    import.changes = page.form.with_untracked(|form| mend::changes(form, &import.form));
                }
            });
            Outcome::Read(Arc::new(import))
        }
        Err(failure) => Outcome::Failed(failure.to_string()),
    })
}
