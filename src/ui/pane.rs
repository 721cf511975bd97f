//! One file: its text in colours, Copy and Download. The page shows, copies and saves the same bytes.

use super::html::{El, away, button, el, hidden_while_blank, keyed_still, memo};
use super::page::Page;
use super::{browser, frame, page};
use crate::fields::Field;
use crate::finding::Severity;
use crate::highlight::{self, Span};
use crate::lines::{Line, Lines};
use crate::outputs::{Kind, OutputFile};
use crate::words::counted;
use leptos::prelude::*;
use std::sync::Arc;

/// How long a button says `Copied`, in milliseconds.
const SAID: u32 = 2_000;

/// The id of the pane of a file.
pub fn id(name: &str) -> String {
    format!("pane-{name}")
}

/// The pane of a file. Its lines have colours only while it is open; otherwise it holds the text alone.
pub fn pane(page: Page, kind: Kind, plain: Memo<String>, open: Memo<&'static str>) -> El {
    let name = kind.name;
    let is_closed = memo(move || (open.get() != name).then(String::new));
    let pre = el("pre")
        .attr("id", format!("file-{name}"))
        .attr("data-file", name)
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .view(text(page, kind, plain, is_closed, format!("file-{name}")));
    el("div")
        .attr("class", "pane")
        .attr("id", id(name))
        .attr("role", "tabpanel")
        .attr("aria-labelledby", format!("open-{name}"))
        .follow("hidden", is_closed)
        .child(header(page, name))
        .child(pre)
}

/// The name of the file, what is to be said of it, and its buttons.
fn header(page: Page, name: &'static str) -> El {
    let address = memo(move || {
        of_file(page, name, |file| {
            file.link.as_ref().map(|link| link.address.clone())
        })
    });
    let link = move || {
        // The label and whose template it is change with the address.
        let link = address
            .get()
            .and_then(|_| untrack(|| of_file(page, name, |file| file.link.clone())));
        link.map(|link| {
            let of = format!(" {}", link.of);
            el("span")
                .attr("class", "pane-link")
                .child(away(&link.address, link.label, ""))
                .text(of)
        })
    };
    let note = memo(move || self::note(page, name));
    let found = memo(move || self::found(page, name));
    el("header")
        .child(el("h3").text(name))
        .child(
            el("p")
                .attr("class", "pane-note")
                .attr("id", note_id(name))
                .follow("hidden", hidden_while_blank(note))
                .live_text(note),
        )
        .live(move || link().into_iter().collect())
        .child(copy(page, name))
        .child(save(page, name))
        .child(
            el("p")
                .attr("class", "pane-found")
                .follow("hidden", hidden_while_blank(found))
                .live_text(found),
        )
}

/// The button that saves the file.
pub fn save(page: Page, name: &'static str) -> El {
    button("button small", move || download(page, name))
        .attr("data-download", name)
        .attr("aria-describedby", note_id(name))
        .text("Download")
        .child(on_button(name))
}

/// Whether the open way has the file.
pub fn is_there(page: Page, name: &str) -> bool {
    page.files(|files| files.iter().any(|file| file.name == name))
}

/// The text of the file in lines, in the element with this id.
pub fn lines(page: Page, kind: Kind, plain: Memo<String>, id: String) -> AnyView {
    text(page, kind, plain, memo(|| None), id)
}

/// The text of the file: in lines while it is open.
fn text(page: Page, kind: Kind, plain: Memo<String>, is_closed: Memo<Option<String>>, id: String) -> AnyView {
    let name = kind.name;
    let lines = Memo::new(move |old: Option<&Lines<Arc<Vec<Span>>>>| {
        if is_closed.with(Option::is_some) {
            return Lines::default();
        }
        // Only another text: the file can be computed again without a change, which would take the marks away. It is read,
        // because a memo that nothing has read yet never changes.
        plain.with(|_| ());
        let new = untrack(|| {
            of_file(page, name, |file| {
                let lines = highlight::lines(kind.language, &file.text, &file.missing);
                lines.into_iter().map(Arc::new).collect()
            })
        });
        old.unwrap_or(&Lines::default()).carry(new)
    });
    Effect::new(move |_| {
        let mut changed = lines.with(Lines::changed);
        if !page.is_marking.get_untracked() {
            changed.clear();
        }
        browser::follow_edit(&id, &changed);
    });
    (move || {
        if is_closed.with(Option::is_some) {
            return plain.into_any();
        }
        keyed_still(
            move || lines.with(|lines| lines.lines.clone()),
            |line| line.id,
            self::line,
        )
    })
    .into_any()
}

/// Looks at a file of the open way. Returns the default if the way does not have the file.
pub fn of_file<T: Default>(page: Page, name: &str, look: impl FnOnce(&OutputFile) -> T) -> T {
    page.files(|files| files.iter().find(|file| file.name == name).map(look))
        .unwrap_or_default()
}

/// The id of what is said of a file.
pub fn note_id(name: &str) -> String {
    format!("note-{name}")
}

/// The file's name on its buttons, for screen readers, which read a button without its surroundings.
fn on_button(name: &str) -> El {
    el("span").attr("class", "hidden").text(format!(" {name}"))
}

/// What is said of a file that lacks values. Blank if it lacks none.
fn unfinished(page: Page, name: &str) -> String {
    let mut fields: Vec<&'static str> = untrack(|| {
        of_file(page, name, |file| {
            file.missing.iter().map(|mark| mark.field).collect()
        })
    });
    fields.sort_unstable();
    fields.dedup();
    page::unfinished(fields.len())
}

/// The button that copies the file.
pub fn copy(page: Page, name: &'static str) -> El {
    let is_copied = RwSignal::new(false);
    let copy = move || {
        let text = untrack(|| of_file(page, name, |file| file.text.clone()));
        let unfinished = unfinished(page, name);
        browser::copy(&text, move |is_possible| {
            if is_possible {
                is_copied.set(true);
                frame::tell_file("copy", name);
                browser::after(SAID, move || is_copied.set(false));
                page.say(format!("{name} copied{unfinished}."));
            } else {
                browser::select(&format!("file-{name}"));
                page.say(format!(
                    "The browser does not let the page copy: {name} is selected, press Ctrl+C (⌘C on a Mac)."
                ));
            }
        });
    };
    button("button small", copy)
        .attr("data-copy", name)
        .attr("aria-describedby", note_id(name))
        .live_text(memo(move || {
            if is_copied.get() { "Copied" } else { "Copy" }.to_owned()
        }))
        .child(on_button(name))
}

/// Saves a file.
pub fn download(page: Page, name: &'static str) {
    let (mime, text) = untrack(|| of_file(page, name, |file| (file.language.mime(), file.text.clone())));
    browser::download(name, mime, &text);
    let unfinished = unfinished(page, name);
    if !unfinished.is_empty() {
        page.say(format!("{name} saved{unfinished}."));
    }
}

fn line(line: &Line<Arc<Vec<Span>>>) -> El {
    spans(&line.content)
}

/// A line in its colours.
pub fn spans(line: &[Span]) -> El {
    let element = el("span").attr("class", "line");
    line.iter()
        .fold(element, |element, span| match span.class.name() {
            "" => element.text(&span.text),
            class => element.child(el("span").attr("class", class).text(&span.text)),
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
    let secrets: Vec<&'static Field> = of_file(page, name, |file| file.secrets.clone());
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
