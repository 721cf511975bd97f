//! All files at once: Download all, and Copy for CloudShell.

use super::html::{El, button, el, hidden_while_blank, memo};
use super::page::Page;
use super::{browser, frame, later};
use crate::choices::Way;
use crate::outputs::{OutputFile, readme};
use crate::{build, link};
use leptos::prelude::*;

/// The id of the box with the paste. The page shows it if the browser does not let the page copy.
const PASTE: &str = "paste";

/// The button for all files, where it is not the primary action, and the note about secrets in them.
pub fn archive(page: Page) -> El {
    let note = memo(move || {
        let holds = page.files(|files| files.iter().any(|file| !file.secrets.is_empty()));
        let note = if holds {
            "These files hold the secret in plain text."
        } else {
            ""
        };
        note.to_owned()
    });
    let is_primary = memo(move || page.config(|config| config.way == Way::Cli));
    let all = move || {
        if is_primary.get() {
            return vec![];
        }
        let all = button("button small", move || download(page))
            .attr("data-action", "download-all")
            .attr("aria-describedby", "archive-note")
            .text("Download all");
        vec![all]
    };
    el("div")
        .attr("class", "archive")
        .live(all)
        .child(
            el("p")
                .attr("class", "pane-note")
                .attr("id", "archive-note")
                .follow("hidden", hidden_while_blank(note))
                .live_text(note),
        )
        .child(paste(page))
}

/// The paste in a box, if the browser does not let the page copy.
fn paste(page: Page) -> El {
    page.blank_on_edit(page.paste);
    el("div").live(move || {
        let text = page.paste.get();
        if text.is_empty() {
            return vec![];
        }
        let close = button("button small", move || page.paste.set(String::new())).text("Close");
        let text = el("pre").attr("id", PASTE).attr("tabindex", "0").text(text);
        vec![el("div").attr("class", "paste").child(text).child(close)]
    })
}

/// Saves every file of the open way and a README as one archive.
pub fn download(page: Page) {
    later::with_formats(page, move |formats| {
        let Some(formats) = formats else { return };
        let fragment = page.form.with_untracked(link::write);
        let address = browser::public_link(&fragment);
        let files: Vec<OutputFile> = untrack(|| page.files(<[_]>::to_vec));
        let readme = untrack(|| {
            page.config(|config| (formats.readme)(&build(config), &files, address.as_deref(), &fragment))
        });
        let mut all: Vec<(&str, &str)> = files.iter().map(|file| (file.name, file.text.as_str())).collect();
        all.push(("README.md", &readme));
        let unfinished = untrack(|| page.unfinished());
        let said = format!("{} holds {} files{unfinished}.", readme::ARCHIVE, all.len());
        browser::download_archive(readme::ARCHIVE, &all, move |is_saved| {
            page.parts.packer_failed.set(!is_saved);
            if is_saved {
                page.say(said);
            }
        });
    });
}

/// Copies the paste for AWS CloudShell.
pub fn copy(page: Page) {
    let file = page.files(|files| files.iter().find_map(|file| Some((file.name, file.paste?))));
    let Some((name, render)) = file else { return };
    let text = page.config(|config| render(&build(config)));
    let unfinished = page.unfinished();
    browser::copy(&text.clone(), move |is_possible| {
        if is_possible {
            frame::tell_file("copy", name);
            page.say(format!(
                "Copied{unfinished}: paste it into AWS CloudShell. It writes {name} into a new directory and runs it."
            ));
        } else {
            page.paste.set(text);
            browser::after(0, || browser::select(PASTE));
            page.say(
                "The browser does not let the page copy: the paste is selected, press Ctrl+C (⌘C on a Mac).",
            );
        }
    });
}
