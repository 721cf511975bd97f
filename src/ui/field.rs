//! One field: label, help, the input for its kind, and what was found about it.

use super::html::{El, el, live, live_by, memo, when};
use super::page::Page;
use super::{browser, findings, rows};
use crate::fields::{self, Blank, Field, Kind};
use crate::finding::Severity;
use crate::read::canonical;
use leptos::prelude::*;

/// A field and everything around it; nothing while it has no effect and holds no value of the user's own.
pub fn field(page: Page, field: &'static Field) -> AnyView {
    let is_shown = memo(move || page.shows(field));
    live(move || when(is_shown, || shown(page, field)))
}

/// A field wherever it stands: that of the output column, which is none of the form's sections.
pub fn shown(page: Page, field: &'static Field) -> El {
    let key = field.key;
    let is_missing = memo(move || page.missing(|all| all.contains(&field)));
    // A field with rows is a group of inputs: each has a label of its own.
    let label = if field.kind.has_rows() {
        el("span")
            .attr("class", "label")
            .attr("id", format!("f-{key}-label"))
    } else {
        el("label").attr("for", format!("f-{key}"))
    };
    let locked = page.locked(field);
    let head = el("div")
        .attr("class", "field-head")
        .child(label.text(field.label))
        .live(move || {
            let badge = |_| el("span").attr("class", "badge info").text("set by this page");
            locked.get().map(badge).into_iter().collect()
        })
        .live(move || {
            when(is_missing, || {
                el("span").attr("class", "badge needed").text("to fill in")
            })
        });
    let whereabouts = whereabouts(field);
    let mut help = el("p")
        .attr("class", "help")
        .attr("id", format!("f-{key}-help"))
        .text(format!("{} ", field.help));
    if whereabouts.is_none() {
        help = help.child(docs(field));
    }
    el("div")
        .attr(
            "class",
            if field == &fields::LAUNCH_TYPE {
                "field large"
            } else {
                "field"
            },
        )
        .child(head)
        .child(help)
        .child(control(page, field))
        .children(whereabouts)
        .child(
            el("div")
                .attr("class", "findings")
                .attr("id", format!("f-{key}-findings"))
                .view(findings::under(page, field)),
        )
}

fn docs(field: &'static Field) -> El {
    away(field.docs, "Docs", &format!(" about {}", field.label))
}

/// A link that leads away from the page; `of_what` is for those who hear it.
pub fn away(address: &str, word: &'static str, of_what: &str) -> El {
    el("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(word)
        .child(el("span").attr("class", "hidden").text(of_what))
}

/// Where to find the value.
fn whereabouts(field: &'static Field) -> Option<El> {
    if field.find.is_empty() && field.command.is_empty() {
        return None;
    }
    // What is chosen is not looked up.
    let is_value = !matches!(field.kind, Kind::Choice(..) | Kind::Flag(_));
    let question = if is_value {
        "Where do I find it?"
    } else {
        "More about it"
    };
    let summary = el("summary").text(question).child(
        el("span")
            .attr("class", "hidden")
            .text(format!(" {}", field.label)),
    );
    let mut whereabouts = el("details").attr("class", "where").child(summary);
    if !field.find.is_empty() {
        whereabouts = whereabouts.child(el("p").text(field.find));
    }
    if !field.command.is_empty() {
        let command = el("pre")
            .attr("tabindex", "0")
            .child(el("code").text(field.command));
        whereabouts = whereabouts
            .child(el("p").text("This command prints it:"))
            .child(command);
    }
    Some(whereabouts.child(el("p").child(docs(field))))
}

fn control(page: Page, field: &'static Field) -> El {
    match &field.kind {
        Kind::Identifier(_) => input(page, field, "text", ""),
        Kind::Number(unit, _) if field.offers.is_none() => input(page, field, "numeric", unit.label()),
        Kind::Number(unit, _) => {
            let is_offered = memo(move || page.config(|config| !field.offered(config).is_empty()));
            el("div").live(move || {
                vec![if is_offered.get() {
                    select(page, field)
                } else {
                    input(page, field, "numeric", unit.label())
                }]
            })
        }
        Kind::Secret(_) => secret(page, field),
        Kind::FreeText(_) | Kind::List(_) => textarea(page, field),
        Kind::Flag(_) | Kind::Choice(..) => select(page, field),
        Kind::Rows(_) => rows::rows(page, field),
    }
}

/// What the inputs of every kind have in common.
pub struct Attributes;

impl Attributes {
    /// `aria-invalid`
    pub fn invalid(page: Page, field: &'static Field) -> Memo<Option<String>> {
        memo(move || {
            page.findings(|all| {
                all.iter()
                    .any(|finding| finding.field == field.key && finding.severity == Severity::Error)
                    .then(|| "true".to_owned())
            })
        })
    }

    /// Gives an input what it needs to follow the field, and the field what is typed.
    fn give(input: El, page: Page, field: &'static Field, text: Memo<String>) -> El {
        let key = field.key;
        input
            .attr("id", format!("f-{key}"))
            .attr("name", key)
            .attr("autocomplete", "off")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false")
            .attr("aria-describedby", described_by(key))
            .follow("aria-invalid", Self::invalid(page, field))
            .follow("placeholder", memo(move || hint(page, field)))
            .follow("readonly", page.locked(field))
            .prop("value", text)
            .on("input", move |event| page.set(field, browser::value_of(&event)))
    }
}

/// What stands in a blank input: what is derived for it, or an example of what is required.
fn hint(page: Page, field: &'static Field) -> Option<String> {
    page.config(|config| field.derived(config))
        .or_else(|| match &field.blank {
            Blank::Required { .. } if !field.is_secret() => Some(format!("e.g. {}", field.sample)),
            _ => None,
        })
}

/// The ids of what describes the input.
pub fn described_by(key: &str) -> String {
    format!("f-{key}-help f-{key}-findings")
}

fn text_of(page: Page, field: &'static Field) -> Memo<String> {
    memo(move || page.form.with(|form| form.text(field)))
}

fn input(page: Page, field: &'static Field, mode: &'static str, unit: &'static str) -> El {
    let key = field.key;
    let text = text_of(page, field);
    let suggestions = (field.suggestions)();
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", mode)
        .attr("value", text.get_untracked());
    let mut control = el("div").attr(
        "class",
        if mode == "numeric" {
            "control number"
        } else {
            "control"
        },
    );
    if suggestions.is_empty() {
        control = control.child(Attributes::give(input, page, field, text));
    } else {
        let options = suggestions
            .into_iter()
            .map(|(value, label)| el("option").attr("value", value).text(label));
        let list = format!("f-{key}-list");
        control = control
            .child(Attributes::give(
                input.attr("list", list.clone()),
                page,
                field,
                text,
            ))
            .child(el("datalist").attr("id", list).children(options));
    }
    if unit.is_empty() {
        control
    } else {
        control.child(el("span").attr("class", "unit").text(unit))
    }
}

fn secret(page: Page, field: &'static Field) -> El {
    let is_open = RwSignal::new(false);
    let word = |open: &'static str, shut: &'static str| {
        memo(move || if is_open.get() { open } else { shut }.to_owned())
    };
    let kind = memo(move || Some(if is_open.get() { "text" } else { "password" }.to_owned()));
    let input = Attributes::give(
        el("input").follow("type", kind),
        page,
        field,
        text_of(page, field),
    );
    let show = super::html::button("button", move || is_open.update(|is_open| *is_open = !*is_open))
        .live_text(word("Hide", "Show"))
        .child(
            el("span")
                .attr("class", "hidden")
                .text(format!(" {}", field.label)),
        );
    el("div").attr("class", "control").child(input).child(show)
}

/// An input in which line feeds are kept: free text, and lists that are pasted from a terminal.
fn textarea(page: Page, field: &'static Field) -> El {
    let is_script = field == &fields::INIT_SCRIPT;
    // Of a text that is one line by nature the Enter key makes no second one; what is pasted stays as it is.
    let is_one_line = !is_script && matches!(field.kind, Kind::FreeText(_));
    let text = text_of(page, field);
    let mut textarea = el("textarea").attr("rows", if is_script { "4" } else { "1" });
    if is_script {
        textarea = textarea.attr("class", "code");
    }
    let textarea = Attributes::give(textarea.text(text.get_untracked()), page, field, text).on(
        "keydown",
        move |event| {
            if is_one_line && browser::key_of(&event) == "Enter" && !browser::is_shifted(&event) {
                event.prevent_default();
            }
        },
    );
    el("div").attr("class", "control").child(textarea)
}

/// One of a closed set. A text that is none of it is shown as one more option, which cannot be chosen again.
fn select(page: Page, field: &'static Field) -> El {
    let text = text_of(page, field);
    let offered = move || {
        let mut options = page.config(|config| field.offered(config));
        text.with(|text| {
            let wanted = canonical(field, text);
            if options.iter().any(|(value, _)| *value == wanted) {
                return;
            }
            let label = match text.trim() {
                "" => "Choose one".to_owned(),
                text => format!("{} (not valid)", text.chars().take(60).collect::<String>()),
            };
            options.push((text.clone(), label));
        });
        options
    };
    let option = move |(value, label): (String, String)| {
        let own = value.clone();
        let is_chosen = memo(move || text.with(|text| *text == own || canonical(field, text) == own));
        let option = el("option")
            .attr("value", value)
            .text(label)
            .flag("selected", is_chosen);
        if is_chosen.get_untracked() {
            option.attr("selected", "")
        } else {
            option
        }
    };
    let select = el("select")
        .attr("id", format!("f-{}", field.key))
        .attr("name", field.key)
        .attr("aria-describedby", described_by(field.key))
        .follow("aria-invalid", Attributes::invalid(page, field))
        .follow("disabled", page.locked(field))
        .on("change", move |event| page.set(field, browser::value_of(&event)))
        .view(live_by(
            move || offered().into_iter().map(|(value, _)| value + "\n").collect(),
            move || offered().into_iter().map(option).collect(),
        ));
    el("div").attr("class", "control").child(select)
}
