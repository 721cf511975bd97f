//! What somebody typed before the program ran. It wins over the link, and nothing of it is lost.

use super::browser::{self, Typed};
use super::page::{BOX, Page};
use crate::fields;

/// Applies what was typed, as edits of the user.
pub fn apply(page: Page, typed: Vec<Typed>) {
    for one in &typed {
        if one.key == BOX {
            page.importing.take(one.text.clone(), true);
        }
        let Some(field) = fields::field(&one.key) else {
            continue;
        };
        let (row, text) = (one.row as usize, one.text.clone());
        page.type_into(field, row, |form| {
            if field.kind.has_rows() {
                form.set_row(field, row, text);
            } else {
                form.set(field, vec![text]);
            }
        });
    }
    if !browser::is_typing() {
        page.leave();
    }
    page.settle();
    page.arrange();
    // The inputs get their texts in a moment.
    browser::after(0, move || typed.iter().for_each(Typed::place_cursor));
}
