//! One file: its text in colours, Copy and Download. What it shows, copies and saves are the same bytes.

use super::html::{El, away, button, el, keyed, memo};
use super::page::{Page, counted};
use super::{browser, frame};
use crate::finding::Severity;
use crate::highlight::{self, Span};
use crate::lines::{Line, Lines};
use crate::outputs::cloudformation::stack;
use crate::outputs::{Language, secrets};
use leptos::prelude::*;

/// How long a button says that it has copied.
const SAID: u32 = 2_000;

/// The id of the pane of a file.
pub fn id(name: &str) -> String {
    format!("pane-{name}")
}

/// The pane of a file.
pub fn pane(page: Page, name: &'static str, language: Language) -> El {
    let text = memo(move || {
        page.files(|files| {
            files
                .iter()
                .find(|file| file.name == name)
                .map_or_else(String::new, |file| file.text.clone())
        })
    });
    let lines = Memo::new(move |old: Option<&Lines<Vec<Span>>>| {
        let new = text.with(|text| highlight::lines(language, text));
        old.unwrap_or(&Lines::default()).carry(new)
    });
    let is_copied = RwSignal::new(false);
    let said = move |is_possible: bool| {
        if is_possible {
            is_copied.set(true);
            frame::tell_file("copy", name);
            browser::after(SAID, move || is_copied.set(false));
            page.notice.set(format!("{name} copied."));
        } else {
            browser::select(&format!("file-{name}"));
            page.notice.set(format!(
                "The browser does not let the page copy: {name} is selected, press Ctrl+C (⌘C on a Mac)."
            ));
        }
    };
    let console = memo(move || text.with(|text| stack::link_in(text).map(str::to_owned)));
    let note = format!("note-{name}");
    let own = || el("span").attr("class", "hidden").text(format!(" {name}"));
    let copy = button("button small", move || {
        text.with_untracked(|text| browser::copy(text, said));
    })
    .attr("data-copy", name)
    .attr("aria-describedby", note.clone())
    .live_text(memo(move || {
        if is_copied.get() { "Copied" } else { "Copy" }.to_owned()
    }))
    .child(own());
    let download = move || text.with_untracked(|text| browser::download(name, language.mime(), text));
    let download = button("button small", download)
        .attr("data-download", name)
        .attr("aria-describedby", note.clone())
        .text("Download")
        .child(own());
    let header = el("header")
        .child(el("h3").text(name))
        .child(
            el("p")
                .attr("class", "pane-note")
                .attr("id", note)
                .live_text(memo(move || self::note(page, name))),
        )
        .live(move || {
            let link = |link: String| away(&link, "Create the stack in the console", "");
            console.get().map(link).into_iter().collect()
        })
        .child(copy)
        .child(download);
    let pre = el("pre")
        .attr("id", format!("file-{name}"))
        .attr("data-file", name)
        .view(keyed(
            move || lines.with(|lines| lines.lines.clone()),
            |line| line.id,
            move |line| self::line(page, line),
        ));
    el("article")
        .attr("class", "pane")
        .attr("id", id(name))
        .child(header)
        .child(pre)
}

fn line(page: Page, line: Line<Vec<Span>>) -> El {
    // A line that comes after the first edit is a changed one; the mark fades by itself.
    let element = el("span").attr(
        "class",
        if page.is_edited.get_untracked() {
            "line changed"
        } else {
            "line"
        },
    );
    line.content
        .into_iter()
        .fold(element, |element, span| match span.class.name() {
            "" => element.text(span.text),
            class => element.child(el("span").attr("class", class).text(span.text)),
        })
}

/// What to know before the file is taken away.
fn note(page: Page, name: &str) -> String {
    let mut words = Vec::new();
    let secrets = page.files(|files| {
        let file = files.iter().find(|file| file.name == name);
        file.map_or_else(Vec::new, |file| {
            page.config(|config| secrets::in_file(file, config))
        })
    });
    for secret in secrets {
        words.push(format!("Holds the secret: {}", secret.label));
    }
    let errors = page.count(Severity::Error);
    if errors > 0 {
        words.push(format!("{} left", counted(errors, "error", "errors")));
    }
    words.join(" · ")
}
