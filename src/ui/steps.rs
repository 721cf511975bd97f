//! What to do with the files, step by step: the same as in the archive's README.

use super::html::{El, button, el, live_by, memo};
use super::message::{consequence, message};
use super::page::Page;
use super::{archive, browser};
use crate::choices::Way;
use crate::outputs::guide::{APPEARS, Guide};
use crate::outputs::step::{Step, Variable};
use crate::words::counted;
use leptos::prelude::*;

/// Where a step stands in the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Prepare(usize),
    /// Saving the files, or taking the paste to `CloudShell`.
    Take,
    /// The command that carries out all steps of the run.
    Whole,
    Run(usize),
    /// The delegate appears in Harness.
    Appears,
    Later(usize),
}

/// Where the page shows a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// At once.
    First,
    /// Folded: another step carries it out too.
    OneByOne,
    /// Folded: most users never need it.
    Later,
}

/// A step as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    place: Place,
    part: Part,
    sentence: String,
    /// What to export first.
    needs: Vec<String>,
    has_command: bool,
}

/// The steps, numbered.
pub fn steps(page: Page) -> El {
    let all = move || page.files(|files| shown(&Guide::of(files), page.config(|config| config.way)));
    let key = move || all().iter().map(Shown::key).collect();
    let list = move || {
        let of_part = |part: Part| {
            let all = all().into_iter().filter(|step| step.part == part);
            all.map(|shown| step(page, &shown)).collect::<Vec<El>>()
        };
        let mut list = vec![el("ol").children(of_part(Part::First))];
        for (title, part) in [("One step at a time", Part::OneByOne), ("Later", Part::Later)] {
            let here = of_part(part);
            if !here.is_empty() {
                let summary =
                    el("summary").text(format!("{title}: {}", counted(here.len(), "step", "steps")));
                let rest = el("ol").children(here);
                list.push(
                    el("details")
                        .attr("class", "more-steps")
                        .child(summary)
                        .child(rest),
                );
            }
        }
        list
    };
    el("section")
        .attr("class", "steps")
        .attr("aria-label", "Steps")
        .attr("tabindex", "0")
        .view(live_by(key, list))
}

impl Shown {
    /// A text that changes when the step must look different.
    fn key(&self) -> String {
        format!(
            "{} {} {} ",
            self.sentence,
            self.needs.join(" "),
            u8::from(self.has_command)
        )
    }
}

impl Place {
    /// The step of the guide, if it is one.
    fn of<'a>(self, guide: &Guide<'a>) -> Option<&'a Step> {
        let (steps, at) = match self {
            Self::Prepare(at) => (&guide.prepare, at),
            Self::Run(at) => (&guide.run, at),
            Self::Later(at) => (&guide.later, at),
            Self::Take | Self::Whole | Self::Appears => return None,
        };
        steps.get(at).copied()
    }
}

fn shown(guide: &Guide, way: Way) -> Vec<Shown> {
    let own = |place, sentence: &str, has_command| Shown {
        place,
        part: Part::First,
        sentence: sentence.to_owned(),
        needs: Vec::new(),
        has_command,
    };
    let of_guide = |place: Place| {
        place.of(guide).map(|step| Shown {
            place,
            part: match place {
                Place::Run(_) if guide.whole.is_some() => Part::OneByOne,
                Place::Later(_) => Part::Later,
                _ => Part::First,
            },
            sentence: step.sentence.to_owned(),
            needs: exports(step),
            has_command: step.command.is_some(),
        })
    };
    let range = |steps: &[&Step], place: fn(usize) -> Place| {
        (0..steps.len())
            .map(place)
            .filter_map(of_guide)
            .collect::<Vec<_>>()
    };
    let mut all = range(&guide.prepare, Place::Prepare);
    if guide.run.is_empty() {
        return all;
    }
    all.push(own(
        Place::Take,
        match way {
            Way::Script => {
                "Paste the script into AWS CloudShell, which writes it into a new directory and runs it."
            }
            _ => "Save the files into one folder, and open a terminal there.",
        },
        false,
    ));
    if guide.whole.is_some() {
        all.push(own(
            Place::Whole,
            "Run all steps. A second run changes only what is new.",
            true,
        ));
    }
    all.extend(range(&guide.run, Place::Run));
    all.push(own(Place::Appears, APPEARS, false));
    all.extend(range(&guide.later, Place::Later));
    all
}

/// What to export before the command.
fn exports(step: &Step) -> Vec<String> {
    let export = |variable: &Variable| format!("{}. `{}`", variable.what, variable.export());
    step.variables().map(export).collect()
}

/// One step: its sentence on a line; unfolded, everything about it.
fn step(page: Page, shown: &Shown) -> El {
    let place = shown.place;
    let is_open = RwSignal::new(false);
    let command = memo(move || {
        if is_open.get() || page.is_printing.get() {
            command(page, place)
        } else {
            String::new()
        }
    });
    let mut body = el("div").attr("class", "step-body");
    if !shown.needs.is_empty() {
        let needs = shown.needs.iter().map(|need| message(el("li"), need));
        body = body
            .child(el("p").text("Export first:"))
            .child(el("ul").children(needs));
    }
    if shown.has_command {
        body = body.child(
            el("pre")
                .attr("tabindex", "0")
                .child(el("code").live_text(command)),
        );
    }
    let summary = consequence(el("summary"), &shown.sentence);
    let unfold = el("details")
        .on("toggle", move |event| is_open.set(browser::is_open(&event)))
        .child(summary)
        .child(body);
    el("li").child(unfold).children(act(page, shown))
}

/// The button of a step.
fn act(page: Page, shown: &Shown) -> Option<El> {
    let place = shown.place;
    if shown.has_command {
        let of_what = el("span")
            .attr("class", "hidden")
            .text(format!(" the command: {}", shown.sentence));
        let copy = button("button small", move || copy(page, place)).attr("data-copy-step", "");
        return Some(copy.text("Copy").child(of_what));
    }
    if place != Place::Take {
        return None;
    }
    let is_script = untrack(|| page.config(|config| config.way == Way::Script));
    Some(if is_script {
        button("button small", move || archive::copy(page)).text("Copy for CloudShell")
    } else {
        button("button small", move || archive::download(page)).text("Download all")
    })
}

/// The command of a step, as it is now.
fn command(page: Page, place: Place) -> String {
    page.files(|files| {
        let guide = Guide::of(files);
        if place == Place::Whole {
            return guide.whole.unwrap_or_default().to_owned();
        }
        let command = place.of(&guide).and_then(|step| step.command.as_ref());
        command.map_or_else(String::new, |command| command.text().to_owned())
    })
}

fn copy(page: Page, place: Place) {
    let text = untrack(|| command(page, place));
    let unfinished = untrack(|| page.unfinished());
    browser::copy(&text, move |is_possible| {
        page.say(if is_possible {
            format!("Command copied{unfinished}.")
        } else {
            "The browser does not let the page copy: unfold the step, and select the command there."
                .to_owned()
        });
    });
}
