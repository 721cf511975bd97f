//! One field: label, the input for its kind, and one line below it: help, or what is wrong.

mod input;
mod rows;
mod segments;
mod select;
mod text;

use super::finding;
use super::html::{El, away, el, live, memo, when};
use super::page::Page;
use crate::fields::{Field, Kind};
use leptos::prelude::{AnyView, Get as _, With as _};

pub use segments::segments;

/// A field in its section. Empty while the field has no effect and the user has not filled it in, and while it is among
/// the questions.
pub fn field(page: Page, field: &'static Field) -> AnyView {
    let view = page.view(field);
    let is_here = memo(move || view.with(|view| view.is_here));
    live(move || when(is_here, || shown(page, field)))
}

/// A field that is shown.
pub fn shown(page: Page, field: &'static Field) -> El {
    let class = match &field.kind {
        Kind::Number(..) => "field short",
        Kind::Flag(_) => "field flag",
        _ => "field",
    };
    el("div")
        .attr("class", class)
        .child(head(page, field))
        .child(control(page, field))
        .child(foot(page, field))
}

/// The label, and the marks beside it.
fn head(page: Page, field: &'static Field) -> El {
    let key = field.key;
    let view = page.view(field);
    let is_missing = memo(move || view.with(|view| view.is_missing));
    let is_from_link = memo(move || page.from_link.with(|fields| fields.contains(&field)));
    let locked = page.locked(field);
    // A group of inputs has a name, and each input its own label.
    let is_group = field.kind.has_rows() || segments::is_for(field);
    let label = if is_group {
        el("span")
            .attr("class", "label")
            .attr("id", format!("f-{key}-label"))
    } else {
        el("label").attr("for", format!("f-{key}"))
    };
    let mark = |class, text| el("span").attr("class", class).text(text);
    let marks = el("span")
        .attr("class", "marks")
        .attr("id", format!("f-{key}-marks"))
        .live(move || when(is_missing, || mark("mark needed", "to fill in")))
        .live(move || when(is_from_link, || mark("mark from-link", "from the link")))
        .live(move || {
            let locked = locked.get();
            locked
                .map(|_| mark("mark", "set by this page"))
                .into_iter()
                .collect()
        });
    el("div")
        .attr("class", "field-head")
        .child(label.text(field.label))
        .child(marks)
}

/// The line below the input. What is wrong takes the place of the help, so that nothing moves.
fn foot(page: Page, field: &'static Field) -> El {
    let key = field.key;
    el("div")
        .attr("class", "foot")
        .child(
            el("p")
                .attr("class", "help")
                .attr("id", format!("f-{key}-help"))
                .text(field.help),
        )
        .child(
            el("div")
                .attr("class", "findings")
                .attr("id", format!("f-{key}-findings"))
                .view(finding::under(page, field)),
        )
        .child(whereabouts(field))
}

/// Where to find the value.
fn whereabouts(field: &'static Field) -> El {
    // Users look up a value, but not an option to choose.
    let is_value = !matches!(field.kind, Kind::Choice(..) | Kind::Flag(_));
    let docs = away(field.docs, "Docs", &format!(" about {}", field.label)).attr("class", "docs");
    if field.find.is_empty() && field.command.is_empty() {
        return docs;
    }
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
    whereabouts.child(el("p").child(docs))
}

/// The input for the field's kind.
fn control(page: Page, field: &'static Field) -> El {
    if segments::is_for(field) {
        return segments(page, field);
    }
    match &field.kind {
        Kind::Identifier(_) if field.is_long => text::area(page, field),
        Kind::Identifier(_) => text::line(page, field),
        Kind::Number(unit, _) if field.offers.is_none() => text::number(page, field, unit.label()),
        Kind::Number(unit, _) => {
            let view = page.view(field);
            let is_offered = memo(move || view.with(|view| !view.offered.is_empty()));
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
