//! Files as code blocks of an embedding page: a name, Copy, Download and the lines, without status, steps or a list.

use super::html::{El, el, hidden_while_blank, live_by, memo};
use super::page::Page;
use super::{finding, pane, status};
use crate::finding::Severity;
use crate::link::embedding::{absent, notes};
use crate::outputs::{self, Kind};
use crate::words::counted;
#[cfg(feature = "prerender")]
use leptos::prelude::AnyView;
use leptos::prelude::{Get as _, With as _};

/// The files that the embedding page names, in its order. Empty if it names none.
pub fn blocks(page: Page) -> El {
    let names = move || {
        page.embedding
            .with(|embedding| embedding.files().unwrap_or_default().to_vec())
    };
    let blocks = live_by(
        move || names().join("\n"),
        move || names().into_iter().map(|name| named(page, name)).collect(),
    );
    el("div").attr("class", "blocks").view(blocks)
}

/// A file, or why it is not there.
fn named(page: Page, name: String) -> El {
    let kind = outputs::all_kinds().find(|kind| kind.name == name);
    let state = memo(move || Place::of(page, kind));
    el("section")
        .attr("class", "block")
        .attr("aria-label", name.clone())
        .live(move || match (state.get(), kind) {
            (Place::There, Some(kind)) => vec![block(page, kind)],
            (Place::OnItsWay, _) => vec![el("p").attr("class", "none").text("One moment…")],
            (Place::CutOff, _) => vec![
                el("p")
                    .attr("class", "none")
                    .text("A part of the configurator could not be fetched. Reload this page."),
            ],
            _ => vec![nothing(page, name.clone())],
        })
}

/// Whether a file is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    There,
    /// The part that generates it is under way.
    OnItsWay,
    /// That part could not be fetched.
    CutOff,
    /// The way or the configuration does not have it.
    Nowhere,
}

impl Place {
    fn of(page: Page, kind: Option<Kind>) -> Self {
        let is_there = kind.is_some_and(|kind| pane::is_there(page, kind.name));
        if is_there {
            Self::There
        } else if !page.files(<[_]>::is_empty) {
            Self::Nowhere
        } else if page.parts.has_failed() {
            Self::CutOff
        } else {
            Self::OnItsWay
        }
    }
}

/// What stands in place of a file that is not there.
fn nothing(page: Page, name: String) -> El {
    let text = memo(move || {
        let way = page.config(|config| config.way);
        page.files(|files| {
            let there: Vec<_> = files.iter().map(|file| file.name).collect();
            absent(&name, way, &there)
        })
    });
    el("p")
        .attr("class", "absent")
        .attr("role", "note")
        .live_text(text)
}

/// A file that is there. Other than in its pane, its lines do not wrap: the block is as high as its lines.
fn block(page: Page, kind: Kind) -> El {
    let name = kind.name;
    let plain = memo(move || pane::of_file(page, name, |file| file.text.clone()));
    let note = memo(move || self::note(page, name));
    let pre = el("pre")
        .attr("id", format!("block-{name}"))
        .attr("data-file", name)
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .view(pane::lines(page, kind, plain, format!("block-{name}")));
    let title = memo(move || Some(note.get()));
    el("div")
        .attr("class", "block-file")
        .child(
            header(name)
                .child(
                    el("span")
                        .attr("class", "block-note")
                        .attr("id", pane::note_id(name))
                        .follow("hidden", hidden_while_blank(note))
                        .follow("title", title)
                        .live_text(note),
                )
                .child(pane::copy(page, name))
                .child(pane::save(page, name)),
        )
        .child(pre)
}

fn header(name: &'static str) -> El {
    el("header").child(el("b").text(name))
}

/// What is to be said of a file, in a line.
fn note(page: Page, name: &str) -> String {
    let (mut words, held) = pane::of_file(page, name, |file| (notes(file), file.secrets.clone()));
    words.extend(
        held.iter()
            .map(|field| format!("Holds the secret: {}", field.label)),
    );
    let errors = page.count(Severity::Error);
    if errors > 0 {
        words.push(format!("{} left", counted(errors, "error", "errors")));
    }
    words.join(" · ")
}

/// What the embedding page has to know where there is no status: what it gave and cannot be used, and what is wrong in
/// fields that it does not show.
pub fn faults(page: Page) -> El {
    let is_bare = memo(move || page.embedding.with(|embedding| embedding.files().is_some()));
    let findings = page.some_findings(move |finding| {
        let is_of_host = page.link_findings.with(|all| all.contains(finding));
        is_of_host || finding.severity == Severity::Error && !status::is_placed(page, finding)
    });
    el("div").attr("class", "block-notes").live(move || {
        if !is_bare.get() {
            return vec![];
        }
        let findings = findings.get();
        findings.iter().map(|one| finding::finding(page, one)).collect()
    })
}

/// The documents of the usual forms as text, which the browser shows until the program runs (scripts/early.js picks one). The
/// other files are long, and seldom in a page.
#[cfg(feature = "prerender")]
pub fn ahead() -> Vec<AnyView> {
    use crate::choices::{LaunchType, Start};
    use crate::{Form, build, fields, highlight, read};
    let place = el("div").attr("class", "blocks").attr("id", "ahead");
    let mut views = vec![place.into_view()];
    for start in Start::ALL {
        for launch in LaunchType::ALL {
            let mut form = Form::default();
            form.set(&fields::START, vec![start.value().to_owned()]);
            form.set(&fields::LAUNCH_TYPE, vec![launch.value().to_owned()]);
            let deployment = build(&read(&form).0);
            let documents = ["task-spec.json", "service.json"];
            for file in documents
                .iter()
                .flat_map(|name| outputs::first_files(&deployment, Some(name)))
            {
                let lines = highlight::lines(file.language, &file.text, &file.missing);
                let pre = el("pre").children(lines.iter().map(|line| pane::spans(line)));
                let note = notes(&file).join(" · ");
                let note = el("span")
                    .attr("class", "block-note")
                    .maybe("hidden", note.is_empty().then(String::new))
                    .text(note);
                let block = el("div")
                    .attr("class", "block-file")
                    .child(header(file.name).child(note))
                    .child(pre);
                let of = format!("{} {} {}", start.value(), launch.value(), file.name);
                views.push(el("template").attr("data-of", of).child(block).into_view());
            }
        }
    }
    views
}
