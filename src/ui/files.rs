//! The output: status, steps, the list of the files with what each is for, and the open file.

use super::html::{El, button, effect, el, live_by, memo, option, when};
use super::page::Page;
use super::parts::Part;
use super::{archive, browser, later, pane, status, steps, tabs};
use crate::outputs::{self, Kind};
use leptos::prelude::{
    Get as _, GetUntracked as _, Memo, RwSignal, Set as _, SetValue as _, StoredValue, With as _,
    WithValue as _,
};

/// The whole column.
pub fn output(page: Page) -> El {
    let is_cut_off = memo(move || page.parts.has_failed());
    let is_elsewhere = memo(move || is_elsewhere(page).then(String::new));
    el("section")
        .attr("class", "output")
        .follow("hidden", is_elsewhere)
        .attr("id", "output")
        .attr("tabindex", "-1")
        .attr("aria-label", "What you take away")
        .child(status::status(page))
        .live(move || when(is_cut_off, || cut_off(page)))
        .child(steps::steps(page))
        .child(files(page))
}

/// Whether the embedding page shows files in its own places, or none.
fn is_elsewhere(page: Page) -> bool {
    page.embedding.with(|embedding| embedding.files().is_some())
}

/// The list, and the open file.
fn files(page: Page) -> El {
    // Every way has files: the list is empty only until the part that generates them is fetched.
    let is_fetching = memo(move || page.files(<[_]>::is_empty) && !page.parts.formats.with(Part::has_failed));
    let open = memo(move || page.open_file());
    let way = memo(move || Some(format!("way-{}", page.config(|config| config.way.value()))));
    let mut rail = el("div")
        .attr("class", "rail-list")
        .attr("role", "tablist")
        .attr("aria-label", "Files")
        .attr("aria-orientation", "vertical");
    let mut panes = el("div").attr("class", "panes");
    for kind in outputs::all_kinds() {
        let is_there = memo(move || pane::is_there(page, kind.name) && !is_elsewhere(page));
        let text = memo(move || pane::of_file(page, kind.name, |file| file.text.clone()));
        rail = rail.live(move || when(is_there, || entry(page, kind, text, open)));
        panes = panes.live(move || when(is_there, || pane::pane(page, kind, text, open)));
    }
    let fetching = || el("p").attr("class", "none").text("One moment…");
    el("div")
        .attr("class", "files")
        .attr("id", "files")
        .attr("role", "tabpanel")
        .follow("aria-labelledby", way)
        .child(
            el("div")
                .attr("class", "rail")
                .child(el("h2").attr("class", "hidden").text("Files"))
                .child(rail)
                .child(choice(page, open))
                .child(archive::archive(page)),
        )
        .child(panes.live(move || when(is_fetching, fetching)))
}

/// A file in the list. It says if the last edit changed the file while another one was open.
fn entry(page: Page, kind: Kind, text: Memo<String>, open: Memo<&'static str>) -> El {
    let name = kind.name;
    let is_changed = RwSignal::new(false);
    let before = StoredValue::new(String::new());
    effect(move || {
        let now = text.get();
        let is_new = before.with_value(|before| !before.is_empty() && *before != now);
        before.set_value(now);
        if open.get() == name {
            is_changed.set(false);
        } else if is_new && page.is_marking.get_untracked() {
            is_changed.set(true);
        }
    });
    let when_open = move |yes: &'static str, no: &'static str| {
        memo(move || Some(if open.get() == name { yes } else { no }.to_owned()))
    };
    let is_changed = memo(move || is_changed.get());
    button("file", move || page.file.set(name))
        .attr("role", "tab")
        .attr("id", format!("open-{name}"))
        .attr("data-open", name)
        .attr("aria-controls", pane::id(name))
        .follow("aria-selected", when_open("true", "false"))
        .follow("tabindex", when_open("0", "-1"))
        .on("keydown", move |event| {
            if let Some(next) = next(page, name, &browser::key_of(&event)) {
                event.prevent_default();
                page.file.set(next);
                browser::focus(&format!("open-{next}"));
            }
        })
        .child(el("b").text(name))
        .live(move || {
            when(is_changed, || {
                el("i")
                    .attr("class", "dot")
                    .attr("title", "changed")
                    .child(el("span").attr("class", "hidden").text("changed"))
            })
        })
        .child(el("small").text(kind.purpose))
}

/// Returns the file that a key leads to.
fn next(page: Page, own: &str, key: &str) -> Option<&'static str> {
    page.files(|files| {
        let at = files.iter().position(|file| file.name == own)?;
        let key = match key {
            "ArrowDown" => "ArrowRight",
            "ArrowUp" => "ArrowLeft",
            key => key,
        };
        let next = tabs::next(at, files.len(), key)?;
        files.get(next).map(|file| file.name)
    })
}

/// The list of the files on a phone.
fn choice(page: Page, open: Memo<&'static str>) -> El {
    let names = move || page.files(|files| files.iter().map(|file| file.name).collect::<Vec<_>>());
    let choice = move |name: &'static str| option(name, name, memo(move || open.get() == name));
    el("select")
        .attr("class", "file-choice")
        .attr("aria-label", "File")
        .attr("autocomplete", "off")
        .on("change", move |event| {
            let wanted = browser::value_of(&event);
            if let Some(name) = names().into_iter().find(|name| *name == wanted) {
                page.file.set(name);
            }
        })
        .view(live_by(
            move || names().concat(),
            move || names().into_iter().map(choice).collect(),
        ))
}

/// The message that a part of the program could not be fetched, and the button that tries again.
fn cut_off(page: Page) -> El {
    let text = "A part of this page could not be fetched. Check the connection; if the site was updated meanwhile, reload the page: the address holds what you typed, except for secrets.";
    el("div")
        .attr("class", "cut-off")
        .attr("role", "alert")
        .child(el("p").text(text))
        .child(button("button small", move || later::again(page)).text("Try again"))
}
