//! Share: copies the link to the form, and shows what it holds and what it leaves out.

use super::browser;
use super::html::{El, button, el};
use super::page::Page;
use crate::Form;
use crate::fields::Field;
use crate::link;
use crate::words::counted;
use leptos::prelude::*;

/// The id of the input with the link.
const LINK: &str = "share-link";

/// The button, and the link that it made.
pub fn share(page: Page) -> El {
    let shared = RwSignal::new(String::new());
    let is_copied = RwSignal::new(false);
    // An edit makes it the link to another form.
    page.blank_on_edit(shared);
    let button = button("quiet", move || copy(page, shared, is_copied))
        .attr("data-action", "share")
        .text("Share");
    el("div").attr("class", "share").child(button).live(move || {
        let link = shared.get();
        if link.is_empty() {
            return vec![];
        }
        vec![
            page.form
                .with_untracked(|form| popover(form, link, shared, is_copied)),
        ]
    })
}

fn copy(page: Page, shared: RwSignal<String>, is_copied: RwSignal<bool>) {
    let link = page.form.with_untracked(|form| browser::link(&link::write(form)));
    let is_whole = page.form.with_untracked(|form| !link::leaves_out(form));
    browser::copy(&link.clone(), move |is_possible| {
        let left_out = if is_whole {
            ""
        } else {
            " What is secret or imported is not in the link."
        };
        page.say(if is_possible {
            format!("Link copied.{left_out}")
        } else {
            format!(
                "The browser does not let the page copy: the link is selected, press Ctrl+C (⌘C on a Mac).{left_out}"
            )
        });
        is_copied.set(is_possible);
        shared.set(link);
        browser::after(0, || browser::select(LINK));
    });
}

/// The link, what it holds, and what it leaves out.
fn popover(form: &Form, link: String, shared: RwSignal<String>, is_copied: RwSignal<bool>) -> El {
    let labels = |fields: &[&'static Field]| {
        let labels: Vec<&str> = fields.iter().map(|field| field.label).collect();
        labels.join(", ")
    };
    let left_out = form.left_out();
    let public = form.without_secrets();
    let holds: Vec<&'static Field> = public.touched().map(|(field, _)| field).collect();
    let holds = match holds.len() {
        0 => "It holds no value: the form is as at the start.".to_owned(),
        count => format!(
            "It holds {}: {}.",
            counted(count, "value", "values"),
            labels(&holds)
        ),
    };
    let mut popover = el("div")
        .attr("class", "popover")
        .attr("role", "dialog")
        .attr("aria-label", "Link to this form")
        .child(el("label").attr("for", LINK).text(if is_copied.get_untracked() {
            "Copied: the link to this form"
        } else {
            "The link to this form"
        }))
        .child(
            el("input")
                .attr("id", LINK)
                .attr("readonly", "")
                .attr("value", link),
        )
        .child(el("p").text(holds));
    if !left_out.is_empty() {
        let text = format!("Not in the link, because it is secret: {}.", labels(&left_out));
        popover = popover.child(el("p").attr("class", "left-out").text(text));
    }
    if form.carried.imported().is_some() {
        popover = popover
            .child(el("p").text("Not in the link: the parts of the imported documents that no field shows."));
    }
    let close = button("button small", move || shared.set(String::new()));
    popover.child(close.attr("data-action", "close").text("Close"))
}
