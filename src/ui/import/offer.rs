//! When the import box is shown, and what other parts of the page put into it.

use crate::ui::browser;
use crate::ui::page::{BOX, Page};
use leptos::prelude::{Get as _, Set as _, With as _};

/// Whether the import box is shown: on the page itself, and in a frame whose page wants it.
pub fn is_shown(page: Page) -> bool {
    page.importing.is_offered.get()
        || page
            .embedding
            .with(|embedding| !embedding.is_framed || embedding.imports)
}

/// Takes a text into the import box that was pasted into a field, but is a command.
pub fn offer(page: Page, text: String) {
    page.importing.is_offered.set(true);
    page.importing.take(text, true);
    page.say("You pasted a whole command. It is in the import box: review it, then choose Fill in.");
    browser::after(0, || browser::focus(BOX));
}
