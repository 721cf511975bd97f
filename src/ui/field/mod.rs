//! One field: label, help, the input for its kind, and its findings.

mod input;
mod rows;
mod select;
mod text;

use super::finding;
use super::html::{El, away, el, live, memo, when};
use super::page::Page;
use crate::fields::{self, Field, Kind};
use leptos::prelude::{AnyView, Get as _};

/// A field with everything around it. Empty while the field has no effect and the user has not filled it in.
pub fn field(page: Page, field: &'static Field) -> AnyView {
    let is_shown = memo(move || page.shows(field));
    live(move || when(is_shown, || shown(page, field)))
}

/// A field that is shown, in a section of the form or beside the files.
pub fn shown(page: Page, field: &'static Field) -> El {
    let key = field.key;
    let class = if field == &fields::LAUNCH_TYPE {
        "field large"
    } else {
        "field"
    };
    let whereabouts = whereabouts(field);
    let mut help = el("p")
        .attr("class", "help")
        .attr("id", format!("f-{key}-help"))
        .text(format!("{} ", field.help));
    if whereabouts.is_none() {
        help = help.child(docs(field));
    }
    el("div")
        .attr("class", class)
        .child(head(page, field))
        .child(help)
        .child(control(page, field))
        .children(whereabouts)
        .child(
            el("div")
                .attr("class", "findings")
                .attr("id", format!("f-{key}-findings"))
                .view(finding::under(page, field)),
        )
}

/// The label, and the badges beside it.
fn head(page: Page, field: &'static Field) -> El {
    let key = field.key;
    let is_missing = memo(move || page.missing(|all| all.contains(&field)));
    let locked = page.locked(field);
    // A field with rows is a group of inputs: each has its own label.
    let label = if field.kind.has_rows() {
        el("span")
            .attr("class", "label")
            .attr("id", format!("f-{key}-label"))
    } else {
        el("label").attr("for", format!("f-{key}"))
    };
    el("div")
        .attr("class", "field-head")
        .child(label.text(field.label))
        .live(move || {
            let badge = |_| el("span").attr("class", "badge info").text("set by this page");
            locked.get().map(badge).into_iter().collect()
        })
        .live(move || {
            when(is_missing, || {
                el("span").attr("class", "badge needed").text("to fill in")
            })
        })
}

fn docs(field: &'static Field) -> El {
    away(field.docs, "Docs", &format!(" about {}", field.label))
}

/// Where to find the value.
fn whereabouts(field: &'static Field) -> Option<El> {
    if field.find.is_empty() && field.command.is_empty() {
        return None;
    }
    // Users look up a value, but not an option to choose.
    let is_value = !matches!(field.kind, Kind::Choice(..) | Kind::Flag(_));
    let question = if is_value {
        "Where do I find it?"
    } else {
        "More about it"
    };
    let summary = el("summary").text(question).child(
        el("span")
            .attr("class", "hidden")
            .text(format!(" {}", field.label)),
    );
    let mut whereabouts = el("details").attr("class", "where").child(summary);
    if !field.find.is_empty() {
        whereabouts = whereabouts.child(el("p").text(field.find));
    }
    if !field.command.is_empty() {
        let command = el("pre")
            .attr("tabindex", "0")
            .child(el("code").text(field.command));
        whereabouts = whereabouts
            .child(el("p").text("This command prints it:"))
            .child(command);
    }
    Some(whereabouts.child(el("p").child(docs(field))))
}

/// The input for the field's kind.
fn control(page: Page, field: &'static Field) -> El {
    match &field.kind {
        Kind::Identifier(_) => text::line(page, field),
        Kind::Number(unit, _) if field.offers.is_none() => text::number(page, field, unit.label()),
        Kind::Number(unit, _) => {
            let is_offered = memo(move || page.config(|config| !field.offered(config).is_empty()));
            el("div").live(move || {
                vec![if is_offered.get() {
                    select::select(page, field)
                } else {
                    text::number(page, field, unit.label())
                }]
            })
        }
        Kind::Secret(_) => text::secret(page, field),
        Kind::FreeText(_) | Kind::List(_) => text::area(page, field),
        Kind::Flag(_) | Kind::Choice(..) => select::select(page, field),
        Kind::Rows(_) => rows::rows(page, field),
    }
}
