//! What only paper shows: the link to the form, and its values.

use super::browser;
use super::html::{El, effect, el};
use super::page::Page;
use crate::{Form, link, mend};
use leptos::prelude::*;

/// The link and the values, while the browser prints.
pub fn paper(page: Page) -> El {
    effect(move || browser::on_print(move |is_printing| page.is_printing.set(is_printing)));
    el("section")
        .attr("class", "on-paper")
        .attr("aria-label", "This form")
        .live(move || {
            if !page.is_printing.get() {
                return vec![];
            }
            let form = page.form.get();
            let values = mend::changes(&Form::default(), &form);
            let values = values.iter().map(|change| el("li").text(change.value_words()));
            let address = browser::public_link(&link::write(&form));
            let list = el("ul").children(values);
            let link =
                address.map(|address| el("p").text(format!("The form without its secrets: {address}")));
            link.into_iter().chain([list]).collect()
        })
}
