//! The output column: the ways as tabs, what is missing, what was found, and the files of the open way.

use super::page::Page;
use super::{browser, field, findings, missing, pane};
use crate::choices::Way;
use crate::fields;
use crate::outputs;
use leptos::prelude::*;

/// The whole column.
pub fn output(page: Page) -> AnyView {
    let way = Memo::new(move |_| page.reading.with(|(config, _)| config.way));
    let names = Memo::new(move |_| {
        page.files.with(|files| {
            files
                .iter()
                .map(|file| (file.name, file.language))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="output" id="output" tabindex="-1" aria-label="Files">
            <div class="output-head">
                {tabs(page, way)}
                {missing::missing(page)}
                {findings::summary(page)}
                {move || (way.get() == Way::Terraform).then(|| field::shown(page, &fields::TERRAFORM_SOURCE))}
                <nav class="files" aria-label="Files">{move || names.get().into_iter().map(|(name, _)| jump(name)).collect_view()}</nav>
            </div>
            <div class="panes" id="panes" role="tabpanel" aria-labelledby=move || format!("way-{}", way.get().value()) tabindex="0">
                <For each=move || names.get() key=|(name, _)| *name
                    children=move |(name, language)| pane::pane(page, name, language) />
                {move || names.with(Vec::is_empty).then(|| view! { <p class="none">"There are no files for this configuration."</p> })}
            </div>
        </section>
    }
    .into_any()
}

fn tabs(page: Page, way: Memo<Way>) -> AnyView {
    let ways: Vec<Way> = outputs::ways().collect();
    let tabs = ways.iter().copied().enumerate().map(|(at, own)| {
        let is_open = move || way.get() == own;
        let others = ways.clone();
        let label = Way::CHOICES.iter().find(|choice| choice.value == own.value()).map_or("", |choice| choice.label);
        let open = move |way: Way| page.set(&fields::WAY, way.value().to_owned());
        view! {
            <button type="button" role="tab" class="tab" id=format!("way-{}", own.value()) data-way=own.value() aria-controls="panes"
                aria-selected=move || is_open().to_string() tabindex=move || if is_open() { "0" } else { "-1" }
                on:click=move |_| open(own)
                on:keydown=move |event| {
                    let next = match event.key().as_str() {
                        "ArrowRight" => others.get(at + 1).or(others.first()),
                        "ArrowLeft" => others.get(at.wrapping_sub(1)).or(others.last()),
                        "Home" => others.first(),
                        "End" => others.last(),
                        _ => return,
                    };
                    if let Some(next) = next {
                        event.prevent_default();
                        open(*next);
                        browser::focus(&format!("way-{}", next.value()));
                    }
                }>{label}</button>
        }
    });
    let tabs = tabs.collect_view();
    view! { <div class="tabs" role="tablist" aria-label="What you take away">{tabs}</div> }.into_any()
}

fn jump(name: &'static str) -> AnyView {
    view! { <button type="button" class="jump" on:click=move |_| browser::scroll_to(&pane::id(name))>{name}</button> }.into_any()
}
