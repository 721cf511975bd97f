//! One file: its text in colours, Copy and Download. The page shows, copies and saves the same bytes.

use super::html::{El, away, button, el, keyed, memo};
use super::page::{Page, counted};
use super::{browser, frame};
use crate::finding::Severity;
use crate::highlight::{self, Span};
use crate::lines::{Line, Lines};
use crate::outputs::{Language, OutputFile};
use leptos::prelude::*;

/// How long a button says `Copied`, in milliseconds.
const SAID: u32 = 2_000;

/// The id of the pane of a file.
pub fn id(name: &str) -> String {
    format!("pane-{name}")
}

/// The pane of a file.
pub fn pane(page: Page, name: &'static str, language: Language) -> El {
    let written = memo(move || of_file(page, name, |file| (file.text.clone(), file.missing.clone())));
    let text = memo(move || written.with(|(text, _)| text.clone()));
    let lines = Memo::new(move |old: Option<&Lines<Vec<Span>>>| {
        let new = written.with(|(text, missing)| highlight::lines(language, text, missing));
        old.unwrap_or(&Lines::default()).carry(new)
    });
    let address = memo(move || {
        of_file(page, name, |file| {
            file.link.as_ref().map(|link| link.address.clone())
        })
    });
    let label = move || {
        untrack(|| {
            of_file(page, name, |file| {
                file.link.as_ref().map_or("", |link| link.label)
            })
        })
    };
    let header = el("header")
        .child(el("h3").text(name))
        .child(
            el("p")
                .attr("class", "pane-note")
                .attr("id", note_id(name))
                .child(el("span").live_text(memo(move || self::note(page, name))))
                .child(
                    el("span")
                        .attr("class", "pane-found")
                        .live_text(memo(move || found(page, name))),
                ),
        )
        .live(move || {
            let link = |address: String| away(&address, label(), "");
            address.get().map(link).into_iter().collect()
        })
        .child(copy(page, name, text))
        .child(download(name, language, text));
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

/// Looks at a file of the open way. Returns the default if the way does not have the file.
fn of_file<T: Default>(page: Page, name: &str, look: impl FnOnce(&OutputFile) -> T) -> T {
    page.files(|files| files.iter().find(|file| file.name == name).map(look))
        .unwrap_or_default()
}

fn note_id(name: &str) -> String {
    format!("note-{name}")
}

/// The file's name on its buttons, for screen readers, which read a button without its surroundings.
fn on_button(name: &str) -> El {
    el("span").attr("class", "hidden").text(format!(" {name}"))
}

fn copy(page: Page, name: &'static str, text: Memo<String>) -> El {
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
    button("button small", move || {
        text.with_untracked(|text| browser::copy(text, said));
    })
    .attr("data-copy", name)
    .attr("aria-describedby", note_id(name))
    .live_text(memo(move || {
        if is_copied.get() { "Copied" } else { "Copy" }.to_owned()
    }))
    .child(on_button(name))
}

fn download(name: &'static str, language: Language, text: Memo<String>) -> El {
    let download = move || text.with_untracked(|text| browser::download(name, language.mime(), text));
    button("button small", download)
        .attr("data-download", name)
        .attr("aria-describedby", note_id(name))
        .text("Download")
        .child(on_button(name))
}

fn line(page: Page, line: Line<Vec<Span>>) -> El {
    // After the first edit, every new line is a changed line. Its mark fades by itself.
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

/// The placeholders that `commands.sh` replaces.
fn found(page: Page, name: &str) -> String {
    let found = of_file(page, name, |file| file.found_placeholders().join(", "));
    if found.is_empty() {
        found
    } else {
        format!("commands.sh fills in {found}")
    }
}

/// The secrets in the file, and the number of errors left.
fn note(page: Page, name: &str) -> String {
    let secrets = of_file(page, name, |file| file.secrets.clone());
    let mut words: Vec<String> = secrets
        .iter()
        .map(|field| format!("Holds the secret: {}", field.label))
        .collect();
    let errors = page.count(Severity::Error);
    if errors > 0 {
        words.push(format!("{} left", counted(errors, "error", "errors")));
    }
    words.join(" · ")
}
