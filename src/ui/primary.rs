//! The primary action of each way: what the user takes away. It is there from the start, and says what is missing.

use super::browser;
use super::html::{El, button, el, memo};
use super::page::Page;
use super::{archive, pane};
use crate::choices::Way;
use crate::words::counted;
use leptos::prelude::{Get as _, Memo};

/// The open way.
fn way(page: Page) -> Memo<Way> {
    memo(move || page.config(|config| config.way))
}

/// The button in the status.
pub fn primary(page: Page) -> El {
    let way = way(page);
    el("div").live(move || {
        let way = way.get();
        let button = act(page, way);
        vec![match way {
            Way::Cli => button.attr("data-action", "download-all"),
            Way::Script => button.attr("data-action", "copy-cloudshell"),
            Way::Terraform | Way::CloudFormation => button.attr("data-action", "download-file"),
        }]
    })
}

/// The same button elsewhere on the page.
pub fn again(page: Page) -> El {
    let way = way(page);
    el("div")
        .attr("class", "again")
        .live(move || vec![act(page, way.get())])
}

fn act(page: Page, way: Way) -> El {
    let label = memo(move || {
        let what = match way {
            Way::Cli => "Download all".to_owned(),
            Way::Script => "Copy for CloudShell".to_owned(),
            Way::Terraform | Way::CloudFormation => {
                format!("Download {}", first_file(page).unwrap_or("the file"))
            }
        };
        match page.missing(<[_]>::len) {
            0 => what,
            count => format!("{what} ({} missing)", counted(count, "value", "values")),
        }
    });
    let click = move || match way {
        Way::Cli => archive::download(page),
        Way::Script => archive::copy(page),
        Way::Terraform | Way::CloudFormation => {
            if let Some(name) = first_file(page) {
                pane::download(page, name);
            }
        }
    };
    button("button primary-action", click)
        .attr("aria-describedby", "archive-note")
        .live_text(label)
}

fn first_file(page: Page) -> Option<&'static str> {
    page.files(|files| files.first().map(|file| file.name))
}

/// Leads to the next thing to do: the first missing value, else the first error.
pub fn next(page: Page) {
    let missing = page.missing(|all| all.iter().find(|field| page.wants(field)).map(|field| field.key));
    let error = move || {
        page.findings(|all| {
            let error = all
                .iter()
                .find(|finding| finding.severity == crate::Severity::Error)?;
            Some(error.field.clone().into_owned())
        })
    };
    if let Some(key) = missing.map(str::to_owned).or_else(error) {
        browser::focus_field(&key, 0);
    }
}
