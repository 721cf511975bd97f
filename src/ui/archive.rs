//! The buttons for all files at once: Download all, and Copy for CloudShell.

use super::html::{El, button, el, memo, when};
use super::page::Page;
use super::{browser, frame, later};
use crate::outputs::{OutputFile, readme};
use crate::{build, link};
use leptos::prelude::*;

/// The id of the box with the paste. The page shows it if the browser does not let the page copy.
const PASTE: &str = "paste";

/// The buttons.
pub fn archive(page: Page) -> El {
    let paste = RwSignal::new(String::new());
    let has_paste = memo(move || page.files(|files| files.iter().any(|file| file.paste.is_some())));
    let note = memo(move || {
        let holds = page.files(|files| files.iter().any(|file| !file.secrets.is_empty()));
        let note = if holds {
            "These files hold the secret in plain text."
        } else {
            ""
        };
        note.to_owned()
    });
    page.blank_on_edit(paste);
    let all = button("button small", move || download(page))
        .attr("data-action", "download-all")
        .attr("aria-describedby", "archive-note")
        .text("Download all");
    let cloudshell = move || {
        button("button small", move || copy(page, paste))
            .attr("data-action", "copy-cloudshell")
            .attr("aria-describedby", "archive-note")
            .text("Copy for CloudShell")
    };
    el("div")
        .attr("class", "archive")
        .child(all)
        .live(move || when(has_paste, cloudshell))
        .child(
            el("p")
                .attr("class", "pane-note")
                .attr("id", "archive-note")
                .live_text(note),
        )
        .live(move || {
            let text = paste.get();
            if text.is_empty() {
                return vec![];
            }
            let close = button("button small", move || paste.set(String::new())).text("Close");
            let text = el("pre").attr("id", PASTE).attr("tabindex", "0").text(text);
            vec![el("div").attr("class", "paste").child(text).child(close)]
        })
}

fn download(page: Page) {
    later::with_formats(page, move |formats| {
        let Some(formats) = formats else { return };
        let fragment = page.form.with_untracked(link::write);
        let address = browser::public_link(&fragment);
        let files: Vec<OutputFile> = page.files(<[_]>::to_vec);
        let readme =
            page.config(|config| (formats.readme)(&build(config), &files, address.as_deref(), &fragment));
        let mut all: Vec<(&str, &str)> = files.iter().map(|file| (file.name, file.text.as_str())).collect();
        all.push(("README.md", &readme));
        let said = format!("{} holds {} files.", readme::ARCHIVE, all.len());
        browser::download_archive(readme::ARCHIVE, &all, move |is_saved| {
            page.parts.packer_failed.set(!is_saved);
            if is_saved {
                page.notice.set(said);
            }
        });
    });
}

fn copy(page: Page, paste: RwSignal<String>) {
    let file = page.files(|files| files.iter().find_map(|file| Some((file.name, file.paste?))));
    let Some((name, render)) = file else { return };
    let text = page.config(|config| render(&build(config)));
    browser::copy(&text.clone(), move |is_possible| {
        if is_possible {
            frame::tell_file("copy", name);
            page.notice.set(format!(
                "Copied: paste it into AWS CloudShell. It writes {name} into a new directory and runs it."
            ));
        } else {
            paste.set(text);
            browser::after(0, || browser::select(PASTE));
            page.notice.set(
                "The browser does not let the page copy: the paste is selected, press Ctrl+C (⌘C on a Mac)."
                    .to_owned(),
            );
        }
    });
}
