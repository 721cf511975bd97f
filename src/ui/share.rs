//! Share: copies the link to the form, and shows what it holds and what it leaves out.

use super::browser;
use super::html::{El, button, el};
use super::page::{Page, counted};
use crate::fields::Field;
use crate::link;
use leptos::prelude::*;

/// The id of the input with the link.
const LINK: &str = "share-link";

/// What the page shows of a link.
#[derive(Clone)]
struct Shared {
    link: String,
    holds: Vec<&'static Field>,
    left_out: Vec<&'static Field>,
    /// Whether what an import carried is not in the link.
    is_partial: bool,
    /// Whether the browser has let the page copy it.
    is_copied: bool,
}

/// The button, and the link that it made.
pub fn share(page: Page) -> El {
    let shared = RwSignal::new(None::<Shared>);
    // An edit makes it the link to another form.
    Effect::new(move || {
        page.form.track();
        if shared.with_untracked(Option::is_some) {
            shared.set(None);
        }
    });
    let button = button("quiet", move || copy(page, shared))
        .attr("data-action", "share")
        .text("Share");
    el("div").attr("class", "share").child(button).live(move || {
        shared
            .get()
            .map(|shown| popover(shared, shown))
            .into_iter()
            .collect()
    })
}

fn copy(page: Page, shared: RwSignal<Option<Shared>>) {
    let link = page.form.with_untracked(|form| browser::link(&link::write(form)));
    let mut shown = page.form.with_untracked(|form| {
        let left_out = form.left_out();
        let holds = form.without_secrets();
        Shared {
            link: link.clone(),
            holds: holds.touched().map(|(field, _)| field).collect(),
            is_partial: link::leaves_out(form) && left_out.is_empty(),
            left_out,
            is_copied: false,
        }
    });
    browser::copy(&link, move |is_possible| {
        shown.is_copied = is_possible;
        let left_out = if shown.left_out.is_empty() {
            ""
        } else {
            " What is secret is not in the link."
        };
        page.say(if is_possible {
            format!("Link copied.{left_out}")
        } else {
            format!(
                "The browser does not let the page copy: the link is selected, press Ctrl+C (⌘C on a Mac).{left_out}"
            )
        });
        shared.set(Some(shown));
        browser::after(0, || browser::select(LINK));
    });
}

fn popover(shared: RwSignal<Option<Shared>>, shown: Shared) -> El {
    let labels = |fields: &[&'static Field]| {
        let labels: Vec<&str> = fields.iter().map(|field| field.label).collect();
        labels.join(", ")
    };
    let holds = match shown.holds.len() {
        0 => "It holds no value: the form is as at the start.".to_owned(),
        count => format!(
            "It holds {}: {}.",
            counted(count, "value", "values"),
            labels(&shown.holds)
        ),
    };
    let mut popover = el("div")
        .attr("class", "popover")
        .attr("role", "dialog")
        .attr("aria-label", "Link to this form")
        .child(el("label").attr("for", LINK).text(if shown.is_copied {
            "Copied: the link to this form"
        } else {
            "The link to this form"
        }))
        .child(
            el("input")
                .attr("id", LINK)
                .attr("readonly", "")
                .attr("value", shown.link),
        )
        .child(el("p").text(holds));
    if !shown.left_out.is_empty() {
        let text = format!(
            "Not in the link, because it is secret: {}.",
            labels(&shown.left_out)
        );
        popover = popover.child(el("p").attr("class", "left-out").text(text));
    }
    if shown.is_partial {
        popover = popover.child(el("p").text("Not in the link: what was imported beside the form."));
    }
    popover.child(
        button("button small", move || shared.set(None))
            .attr("data-action", "close")
            .text("Close"),
    )
}
