//! One field: label, help, the input for its kind, and what was found about it.

use super::page::Page;
use super::{findings, rows};
use crate::choices::Choice;
use crate::fields::{self, Blank, Field, Kind};
use crate::finding::Severity;
use crate::read::clean;
use leptos::prelude::*;

/// The choices of a flag.
const FLAG: &[Choice] = &[
    Choice {
        value: "true",
        label: "Yes",
    },
    Choice {
        value: "false",
        label: "No",
    },
];

/// A field and everything around it; nothing while it has no effect and holds no value of the user's own.
pub fn field(page: Page, field: &'static Field) -> AnyView {
    let is_shown = Memo::new(move |_| page.shows(field));
    (move || is_shown.get().then(|| shown(page, field))).into_any()
}

/// A field wherever it stands: that of the output column, which is none of the form's sections.
pub fn shown(page: Page, field: &'static Field) -> AnyView {
    let key = field.key;
    let is_missing = Memo::new(move |_| page.missing.with(|all| all.contains(&field)));
    let findings = findings::under(page, field);
    // A field with rows is a group of inputs: each has a label of its own.
    let label = if field.kind.has_rows() {
        view! { <span class="label" id=format!("f-{key}-label")>{field.label}</span> }.into_any()
    } else {
        view! { <label for=format!("f-{key}")>{field.label}</label> }.into_any()
    };
    view! {
        <div class="field" class:large=key == fields::LAUNCH_TYPE.key>
            <div class="field-head">
                {label}
                {move || is_missing.get().then(|| view! { <span class="badge needed">"to fill in"</span> })}
            </div>
            <p class="help" id=format!("f-{key}-help")>
                {field.help} {" "} {(field.find.is_empty() && field.command.is_empty()).then(|| docs(field))}
            </p>
            {control(page, field)}
            {whereabouts(field)}
            <div class="findings" id=format!("f-{key}-findings")>{findings}</div>
        </div>
    }
    .into_any()
}

fn docs(field: &'static Field) -> AnyView {
    view! {
        <a href=field.docs target="_blank" rel="noopener noreferrer">
            "Docs" <span class="hidden">" about " {field.label}</span>
        </a>
    }
    .into_any()
}

/// Where to find the value.
fn whereabouts(field: &'static Field) -> Option<AnyView> {
    if field.find.is_empty() && field.command.is_empty() {
        return None;
    }
    let find = (!field.find.is_empty()).then(|| view! { <p>{field.find}</p> });
    let command = (!field.command.is_empty()).then(
        || view! { <p>"This command prints it:"</p><pre tabindex="0"><code>{field.command}</code></pre> },
    );
    // What is chosen is not looked up.
    let is_value = !matches!(field.kind, Kind::Choice(..) | Kind::Flag(_));
    let view = view! {
        <details class="where">
            <summary>{if is_value { "Where do I find it?" } else { "More about it" }} <span class="hidden">{field.label}</span></summary>
            {find}
            {command}
            <p>{docs(field)}</p>
        </details>
    };
    Some(view.into_any())
}

fn control(page: Page, field: &'static Field) -> AnyView {
    match &field.kind {
        Kind::Identifier(_) => input(page, field, "text", ""),
        Kind::Number(unit, _) => input(page, field, "numeric", unit.label()),
        Kind::Secret(_) => secret(page, field),
        Kind::FreeText(_) | Kind::List(_) => textarea(page, field),
        Kind::Flag(_) => select(page, field, FLAG),
        Kind::Choice(choices, _) => select(page, field, choices),
        Kind::Rows(_) => rows::rows(page, field),
    }
}

/// What an input follows and tells: the same for every kind.
#[derive(Clone, Copy)]
pub struct Attributes {
    pub text: Memo<String>,
    pub hint: Memo<String>,
    pub invalid: Memo<Option<&'static str>>,
}

impl Attributes {
    pub fn of(page: Page, field: &'static Field) -> Self {
        Self {
            text: Memo::new(move |_| page.form.with(|form| form.text(field))),
            hint: Memo::new(move |_| hint(page, field)),
            invalid: Memo::new(move |_| {
                page.findings.with(|all| {
                    let is_error = |severity| severity == Severity::Error;
                    all.iter()
                        .any(|finding| finding.field == field.key && is_error(finding.severity))
                        .then_some("true")
                })
            }),
        }
    }
}

/// What stands in a blank input: what is derived for it, or an example of what is required.
fn hint(page: Page, field: &'static Field) -> String {
    let derived = page.reading.with(|(config, _)| field.derived(config));
    match (derived, &field.blank) {
        (Some(derived), _) => derived,
        (None, Blank::Required { .. }) if !field.secret => format!("e.g. {}", field.sample),
        _ => String::new(),
    }
}

/// The ids of what describes the input.
pub fn described_by(key: &str) -> String {
    format!("f-{key}-help f-{key}-findings")
}

fn input(page: Page, field: &'static Field, mode: &'static str, unit: &'static str) -> AnyView {
    let Attributes { text, hint, invalid } = Attributes::of(page, field);
    let key = field.key;
    let suggestions = (field.suggestions)();
    let list = (!suggestions.is_empty()).then(|| format!("f-{key}-list"));
    let suggestions = list.clone().map(|id| {
        let options = suggestions
            .into_iter()
            .map(|(value, label)| view! { <option value=value>{label}</option> });
        view! { <datalist id=id>{options.collect_view()}</datalist> }
    });
    let unit_id = format!("f-{key}-unit");
    let described_by = if unit.is_empty() {
        described_by(key)
    } else {
        format!("{unit_id} {}", described_by(key))
    };
    let unit_view = (!unit.is_empty()).then(|| view! { <span class="unit" id=unit_id>{unit}</span> });
    view! {
        <div class="control" class:number=mode == "numeric">
            <input type="text" id=format!("f-{key}") name=key inputmode=mode list=list
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby=described_by aria-invalid=move || invalid.get()
                placeholder=move || hint.get() value=text.get_untracked() prop:value=move || text.get()
                on:input:target=move |event| page.set(field, event.target().value()) />
            {unit_view}
        </div>
        {suggestions}
    }
    .into_any()
}

fn secret(page: Page, field: &'static Field) -> AnyView {
    let Attributes { text, hint, invalid } = Attributes::of(page, field);
    let key = field.key;
    let is_open = RwSignal::new(false);
    view! {
        <div class="control">
            <input type=move || if is_open.get() { "text" } else { "password" } id=format!("f-{key}") name=key
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby=described_by(key) aria-invalid=move || invalid.get()
                placeholder=move || hint.get() prop:value=move || text.get()
                on:input:target=move |event| page.set(field, event.target().value()) />
            <button type="button" class="button" aria-pressed=move || is_open.get().to_string()
                aria-label=format!("Show {}", field.label) on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)>
                {move || if is_open.get() { "Hide" } else { "Show" }}
            </button>
        </div>
    }
    .into_any()
}

/// An input in which line feeds are kept: free text, and lists that are pasted from a terminal.
fn textarea(page: Page, field: &'static Field) -> AnyView {
    let Attributes { text, hint, invalid } = Attributes::of(page, field);
    let key = field.key;
    let lines = if field == &fields::INIT_SCRIPT { "4" } else { "1" };
    // Of a text that is one line by nature the Enter key makes no second one; what is pasted stays as it is.
    let is_one_line = lines == "1" && matches!(field.kind, Kind::FreeText(_));
    view! {
        <div class="control">
            <textarea id=format!("f-{key}") name=key rows=lines class:code=lines == "4"
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby=described_by(key) aria-invalid=move || invalid.get()
                placeholder=move || hint.get() prop:value=move || text.get()
                on:keydown=move |event| {
                    if is_one_line && event.key() == "Enter" && !event.shift_key() {
                        event.prevent_default();
                    }
                }
                on:input:target=move |event| page.set(field, event.target().value())>
                {text.get_untracked()}
            </textarea>
        </div>
    }
    .into_any()
}

/// One of a closed set. A text that is none of it is shown as one more option, which cannot be chosen again.
fn select(page: Page, field: &'static Field, choices: &'static [Choice]) -> AnyView {
    let Attributes { text, invalid, .. } = Attributes::of(page, field);
    let key = field.key;
    let is = move |value: &str| text.with(|text| clean(text) == value);
    let bad = Memo::new(move |_| {
        text.with(|text| {
            let cleaned = clean(text);
            (!choices.iter().any(|choice| cleaned == choice.value)).then(|| text.clone())
        })
    });
    let options = choices.iter().map(move |choice| {
        let is_chosen = Memo::new(move |_| is(choice.value));
        view! {
            <option value=choice.value selected=is_chosen.get_untracked() prop:selected=move || is_chosen.get()>{choice.label}</option>
        }
    });
    let options = options.collect_view();
    view! {
        <div class="control">
            <select id=format!("f-{key}") name=key aria-describedby=described_by(key) aria-invalid=move || invalid.get()
                on:change:target=move |event| page.set(field, event.target().value())>
                {options}
                {move || bad.get().map(|text| {
                    let label = format!("{} (not valid)", text.chars().take(60).collect::<String>());
                    view! { <option value=text selected=true prop:selected=true>{label}</option> }
                })}
            </select>
        </div>
    }
    .into_any()
}
