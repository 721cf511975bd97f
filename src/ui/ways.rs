//! What decides the questions: the way, and the launch type.

use super::html::{El, button, el, memo, when};
use super::page::Page;
use super::{browser, field, tabs};
use crate::choices::{self, Way};
use crate::fields;
use crate::form::Form;
use crate::words::counted;
use leptos::prelude::{Memo, With as _};

/// The ways as tabs, and the launch type beside them.
pub fn ways(page: Page) -> El {
    let has_ways = memo(move || page.wants(&fields::WAY));
    let has_launch_type = memo(move || page.wants(&fields::LAUNCH_TYPE));
    el("section")
        .attr("class", "choose")
        .attr("aria-label", "Way and launch type")
        .child(
            el("div")
                .attr("class", "row")
                .live(move || when(has_ways, || tabs(page)))
                .live(move || when(has_launch_type, || launch_type(page))),
        )
}

fn tabs(page: Page) -> El {
    let counts = memo(move || {
        let start = page.form.with(Form::start);
        page.config(|config| fields::values_asked(start, config))
    });
    let ways = Way::ALL.iter().copied().enumerate();
    el("div")
        .attr("class", "ways")
        .attr("role", "tablist")
        .attr("aria-label", "Deploy with")
        .children(ways.map(|(at, way)| tab(page, at, way, counts)))
}

fn tab(page: Page, at: usize, own: Way, counts: Memo<Vec<usize>>) -> El {
    let label = choices::label(Way::CHOICES, own.value()).unwrap_or_default();
    let when_open = |yes: &'static str, no: &'static str| {
        memo(move || {
            let is_open = page.config(|config| config.way == own);
            Some(if is_open { yes } else { no }.to_owned())
        })
    };
    let asks = memo(move || {
        let count = counts.with(|counts| counts.get(at).copied().unwrap_or_default());
        format!("{} · {}", own.manner(), counted(count, "value", "values"))
    });
    button("way", move || open(page, own))
        .attr("role", "tab")
        .attr("id", format!("way-{}", own.value()))
        .attr("data-way", own.value())
        .attr("aria-controls", "files")
        .follow("disabled", page.locked(&fields::WAY))
        .follow("aria-selected", when_open("true", "false"))
        .follow("tabindex", when_open("0", "-1"))
        .on("keydown", move |event| {
            if let Some(next) = next(own, &browser::key_of(&event)) {
                event.prevent_default();
                open(page, next);
                browser::focus(&format!("way-{}", next.value()));
            }
        })
        .child(el("b").text(label))
        .child(el("small").live_text(asks))
}

fn launch_type(page: Page) -> El {
    let field = &fields::LAUNCH_TYPE;
    let label = el("span")
        .attr("class", "hidden")
        .attr("id", "f-launch_type-label")
        .text(field.label);
    let help = el("span")
        .attr("class", "hidden")
        .attr("id", "f-launch_type-help")
        .text(field.help);
    el("div")
        .attr("class", "launch-type")
        .attr("title", field.help)
        .child(label)
        .child(help)
        .child(field::segments(page, field))
        .child(
            el("div")
                .attr("class", "findings")
                .attr("id", "f-launch_type-findings")
                .view(super::finding::under(page, field)),
        )
}

fn open(page: Page, way: Way) {
    page.choose(&fields::WAY, way.value().to_owned());
}

/// Returns the tab that a key leads to.
fn next(own: Way, key: &str) -> Option<Way> {
    let ways = Way::ALL;
    let at = ways.iter().position(|way| *way == own)?;
    let next = tabs::next(at, ways.len(), key)?;
    ways.get(next).copied()
}
