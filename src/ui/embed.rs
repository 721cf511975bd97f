//! *Embed this*: the HTML with which another page embeds the configurator with the current form.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use crate::fields::Field;
use crate::link::embedding::snippet::{Parts, Shape, snippet};
use leptos::prelude::*;

/// The id of the text.
const TEXT: &str = "embed-text";

/// The shapes, each with its label and what it is.
const SHAPES: &[(Shape, &str, &str)] = &[
    (Shape::Whole, "In one place", "The whole form with its files."),
    (
        Shape::Parts,
        "In its places",
        "The questions in one place, each file as a code block in its own. The elements of a group are one form.",
    ),
];

/// The dialog, while it is open.
pub fn embed(page: Page, is_open: RwSignal<bool>) -> El {
    let shape = RwSignal::new(Shape::Whole);
    el("div").attr("class", "share embed-this").live(move || {
        if is_open.get() {
            vec![popover(page, is_open, shape)]
        } else {
            vec![]
        }
    })
}

/// Opens the dialog. A file of the user's has no address that another page could load it from.
pub fn open(page: Page, is_open: RwSignal<bool>) {
    browser::close_popovers();
    if browser::public_link("").is_none() {
        page.say(
            "This page is a file of yours. To embed the configurator, open the site that you have it from.",
        );
        return;
    }
    is_open.set(true);
    browser::after(0, || browser::focus(TEXT));
}

fn popover(page: Page, is_open: RwSignal<bool>, shape: RwSignal<Shape>) -> El {
    let text = memo(move || text(page, shape.get()));
    let about = memo(move || {
        let about = SHAPES.iter().find(|(own, ..)| *own == shape.get());
        about.map_or("", |(_, _, about)| about).to_owned()
    });
    let left_out = memo(move || page.form.with(|form| left_out(&form.left_out())));
    let area = el("textarea")
        .attr("id", TEXT)
        .attr("class", "code")
        .attr("data-embed", "")
        .attr("readonly", "")
        .attr("rows", "8")
        .attr("spellcheck", "false")
        .prop("value", text);
    let copy = button("button small", move || copy(page, &text.get_untracked()))
        .attr("data-action", "copy-embed")
        .text("Copy");
    let close = button("button small", move || is_open.set(false))
        .attr("data-action", "close")
        .text("Close");
    el("div")
        .attr("class", "popover")
        .attr("role", "dialog")
        .attr("aria-label", "Embed this")
        .child(el("label").attr("for", TEXT).text("The HTML for your page"))
        .child(shapes(shape))
        .child(el("p").live_text(about))
        .child(area)
        .child(el("p").attr("class", "left-out").live_text(left_out))
        .child(el("div").attr("class", "row").child(copy).child(close))
}

fn shapes(shape: RwSignal<Shape>) -> El {
    let choice = |(own, label, _): &(Shape, &'static str, &str)| {
        let own = *own;
        let is_chosen = memo(move || Some((shape.get() == own).to_string()));
        button("button small", move || shape.set(own))
            .attr("data-shape", if own == Shape::Whole { "whole" } else { "parts" })
            .follow("aria-pressed", is_chosen)
            .text(*label)
    };
    el("div")
        .attr("class", "row")
        .attr("role", "group")
        .attr("aria-label", "Where the parts stand")
        .children(SHAPES.iter().map(choice))
}

fn text(page: Page, shape: Shape) -> String {
    let link = browser::public_link("").unwrap_or_default();
    let site = link.rsplit_once('/').map_or("", |(site, _)| site).to_owned() + "/";
    let asked: Vec<&'static Field> = page
        .questions
        .with(|questions| questions.iter().map(|question| question.field).collect());
    let files: Vec<&'static str> = page.files(|files| files.iter().map(|file| file.name).collect());
    page.form.with(|form| {
        snippet(
            shape,
            &Parts {
                form,
                site: &site,
                asked: &asked,
                files: &files,
            },
        )
    })
}

fn left_out(fields: &[&'static Field]) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let labels: Vec<&str> = fields.iter().map(|field| field.label).collect();
    format!("Not in it, because it is secret: {}.", labels.join(", "))
}

fn copy(page: Page, text: &str) {
    browser::copy(text, move |is_possible| {
        if is_possible {
            page.say("The HTML is copied.");
        } else {
            browser::select(TEXT);
            page.say(
                "The browser does not let the page copy: the HTML is selected, press Ctrl+C (⌘C on a Mac).",
            );
        }
    });
}
