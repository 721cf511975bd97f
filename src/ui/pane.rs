//! One file: its text in colours, Copy and Download. What it shows, copies and saves are the same bytes.

use super::browser;
use super::page::{Page, counted};
use crate::finding::Severity;
use crate::highlight::{self, Span};
use crate::lines::{Line, Lines};
use crate::outputs::{Language, secrets};
use leptos::prelude::*;

/// How long a button says that it has copied.
const SAID: u64 = 2_000;

/// The id of the pane of a file.
pub fn id(name: &str) -> String {
    format!("pane-{name}")
}

/// The pane of a file.
pub fn pane(page: Page, name: &'static str, language: Language) -> AnyView {
    let text = Memo::new(move |_| {
        page.files.with(|files| {
            files
                .iter()
                .find(|file| file.name == name)
                .map_or_else(String::new, |file| file.text.clone())
        })
    });
    let lines = Memo::new(move |old: Option<&Lines<Vec<Span>>>| {
        let new = text.with(|text| highlight::lines(language, text));
        old.map_or_else(
            || Lines::default().carry(new.clone()),
            |old| old.carry(new.clone()),
        )
    });
    let note = Memo::new(move |_| note(page, name));
    let is_copied = RwSignal::new(false);
    let said = move |is_possible: bool| {
        if is_possible {
            is_copied.set(true);
            browser::after(SAID, move || is_copied.set(false));
            page.notice.set(format!("{name} copied."));
        } else {
            browser::select(&format!("file-{name}"));
            page.notice.set(format!(
                "The browser does not let the page copy: {name} is selected, press Ctrl+C (⌘C on a Mac)."
            ));
        }
    };
    let copy = move |_| text.with_untracked(|text| browser::copy(text, said));
    let download = move |_| text.with_untracked(|text| browser::download(name, language.mime(), text));
    view! {
        <article class="pane" id=id(name)>
            <header>
                <h3>{name}</h3>
                <p class="pane-note" id=format!("note-{name}")>{note}</p>
                <button type="button" class="button small" data-copy=name aria-describedby=format!("note-{name}") on:click=copy>
                    {move || if is_copied.get() { "Copied" } else { "Copy" }} <span class="hidden">" " {name}</span>
                </button>
                <button type="button" class="button small" data-download=name aria-describedby=format!("note-{name}") on:click=download>
                    "Download" <span class="hidden">" " {name}</span>
                </button>
            </header>
            <pre id=format!("file-{name}") data-file=name>
                <For each=move || lines.get().lines key=|line| line.id children=move |line| self::line(page, line) />
            </pre>
        </article>
    }
    .into_any()
}

fn line(page: Page, line: Line<Vec<Span>>) -> AnyView {
    // A line that comes after the first edit is a changed one; the mark fades by itself.
    let class = if page.is_edited.get_untracked() {
        "line changed"
    } else {
        "line"
    };
    let spans = line.content.into_iter().map(|span| match span.class.name() {
        "" => span.text.into_any(),
        class => view! { <span class=class>{span.text}</span> }.into_any(),
    });
    view! { <span class=class>{spans.collect_view()}</span> }.into_any()
}

/// What to know before the file is taken away.
fn note(page: Page, name: &str) -> String {
    let mut words = Vec::new();
    let secrets = page.files.with(|files| {
        let file = files.iter().find(|file| file.name == name);
        file.map_or_else(Vec::new, |file| {
            page.reading.with(|(config, _)| secrets::in_file(file, config))
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
