//! The header: what the page is, and the buttons that concern all of it.

use super::browser;
use super::page::Page;
use crate::{Form, link};
use leptos::prelude::*;

/// How long a notice stays.
const NOTICE: u64 = 6_000;

/// The header.
pub fn header(page: Page) -> AnyView {
    // Shown where the browser does not let the page copy.
    let shown_link = RwSignal::new(String::new());
    view! {
        <header class="top">
            <div class="title">
                <h1>"ECS Delegate Configurator"</h1>
                <p>
                    "Everything that starts a Harness delegate on Amazon ECS, from one form. "
                    <strong>"Nothing you type leaves this page."</strong>
                </p>
            </div>
            <div class="actions">
                <button type="button" class="button" data-action="share" on:click=move |_| share(page, shown_link)>"Share"</button>
                <button type="button" class="button" data-action="start-over" on:click=move |_| start_over(page)>"Start over"</button>
                {theme()}
            </div>
            {move || (!shown_link.with(String::is_empty)).then(|| view! {
                <p class="share">
                    <label for="share-link">"Link to this form"</label>
                    <input id="share-link" readonly=true value=shown_link.get() />
                    <button type="button" class="button" on:click=move |_| shown_link.set(String::new())>"Close"</button>
                </p>
            })}
        </header>
    }
    .into_any()
}

/// What the page says for a moment.
pub fn notice(page: Page) -> AnyView {
    let turn = RwSignal::new(0_u32);
    Effect::new(move || {
        if page.notice.with(|notice| !notice.is_empty()) {
            turn.update_untracked(|turn| *turn = turn.wrapping_add(1));
            let own = turn.get_untracked();
            browser::after(NOTICE, move || {
                if turn.get_untracked() == own {
                    page.notice.set(String::new());
                    page.taken.set(None);
                }
            });
        }
    });
    let restore = move |_| {
        if let Some(form) = page.taken.get_untracked() {
            page.edit(|now| *now = form);
        }
        page.taken.set(None);
        page.notice.set(String::new());
    };
    let restore = move || {
        (page.taken.with(Option::is_some) && page.notice.with(|notice| !notice.is_empty())).then(|| {
            view! { <button type="button" class="button small" data-action="restore" on:click=restore>"Bring it back"</button> }
        })
    };
    view! { <div class="notice"><p role="status" aria-live="polite">{page.notice}</p>{restore}</div> }
        .into_any()
}

fn share(page: Page, shown_link: RwSignal<String>) {
    let (link, is_partial) = page
        .form
        .with_untracked(|form| (browser::link(&link::write(form)), link::leaves_out(form)));
    let left_out = if is_partial {
        " What is secret in the form, or imported beside it, is not in the link."
    } else {
        ""
    };
    let text = link.clone();
    browser::copy(&text, move |is_possible| {
        if is_possible {
            page.notice.set(format!("Link copied.{left_out}"));
        } else {
            shown_link.set(link);
            page.notice.set(format!("The browser does not let the page copy: the link is selected, press Ctrl+C (⌘C on a Mac).{left_out}"));
            browser::after(0, || browser::select("share-link"));
        }
    });
}

fn start_over(page: Page) {
    let old = page.form.with_untracked(Form::without_secrets);
    page.taken.set((old != Form::default()).then_some(old));
    page.link_findings.set(Vec::new());
    page.edit(|form| *form = Form::default());
    page.notice.set("Everything is as at the start.".to_owned());
}

/// The switch of the theme: as the system has it, light, dark.
fn theme() -> AnyView {
    const THEMES: &[(&str, &str)] = &[
        ("", "Theme: auto"),
        ("light", "Theme: light"),
        ("dark", "Theme: dark"),
    ];
    let at = RwSignal::new(0_usize);
    Effect::new(move || {
        let stored = browser::stored_theme().unwrap_or_default();
        at.set(THEMES.iter().position(|(theme, _)| *theme == stored).unwrap_or(0));
    });
    let next = move |_| {
        at.update(|at| *at = (*at + 1) % THEMES.len());
        browser::choose_theme(THEMES.get(at.get_untracked()).map_or("", |(theme, _)| theme));
    };
    let label = move || THEMES.get(at.get()).map_or("", |(_, label)| label);
    view! { <button type="button" class="button" data-action="theme" on:click=next>{label}</button> }
        .into_any()
}
