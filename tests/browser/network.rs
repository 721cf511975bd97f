//! What the page fetches, and what its policy forbids.

use crate::common::{FARGATE, programs};
use crate::driver::server::{Answer, serve};
use crate::driver::{in_browser, single_file, site};
use crate::files::{assert_shows, files};
use crate::fill_in::type_in;
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn nothing_is_asked_for_but_the_pages_own_files() {
    in_browser(async |tab| {
        tab.visit("").await;
        let own = tab.site.requests();
        for url in &own {
            assert!(url.starts_with(&tab.page), "{url} is not the page's own");
        }
        // A single file is opened from the disk, and is all there is.
        assert_eq!(own.is_empty(), single_file().is_some(), "{own:?}");
        type_in(tab, FARGATE).await;
        tab.fill("delegate_description", "http://example.com/x.png").await;
        tab.permit_clipboard().await;
        tab.click("[data-copy=\"task-spec.json\"]").await;
        tab.click("[data-download=\"task-spec.json\"]").await;
        tab.click("[data-action=share]").await;
        tab.click("[data-action=theme]").await;
        tab.click("[data-action=start-over]").await;
        tokio::time::sleep(Duration::from_millis(800)).await;
        // No typed text leaves the page: it requests only the site's own files, without a query.
        let later = tab.site.requests();
        let mut names: Vec<&str> = Vec::new();
        for url in &later {
            let name = url.strip_prefix(&tab.page).expect("the page's own");
            // The service worker asks for the page itself, too.
            assert!(
                name.is_empty() || programs::root().join("dist").join(name).is_file(),
                "{url} is no file of the site"
            );
            names.push(name);
        }
        if single_file().is_some() {
            assert_eq!(names, Vec::<&str>::new(), "everything is inside");
            return;
        }
        let worker = names.iter().position(|name| *name == "sw.js");
        let without_need = names[..worker.unwrap_or(names.len())]
            .iter()
            .find(|name| name.starts_with("formats-"));
        assert_eq!(without_need, None, "{names:?}");
        assert!(
            names.iter().any(|name| name.starts_with("rules-")),
            "the rules were not fetched: {names:?}"
        );
    });
}

#[test]
fn a_part_that_cannot_be_fetched_is_said_and_tried_again() {
    if single_file().is_some() {
        return; // the single file fetches nothing
    }
    in_browser(async |tab| {
        tab.visit("").await;
        // When the rules arrive, the page tries again what it lacks.
        tab.run("dispatchEvent(new Event('pointerdown'))").await;
        tab.until("the rules are here", async || !tab.findings().await.is_empty())
            .await;
        tab.site.block(&["formats-"]);
        tab.click("[data-way=terraform]").await;
        tab.until("the page says so", async || {
            tab.run("return document.querySelector('.cut-off')?.textContent ?? ''")
                .await
                .as_str()
                .is_some_and(|text| text.contains("could not be fetched"))
        })
        .await;
        tab.site.block(&[]);
        tab.click(".cut-off button").await;
        assert_shows(tab, &files("way=terraform")).await;
        assert_eq!(
            tab.run("return document.querySelectorAll('.cut-off').length")
                .await,
            json!(0)
        );
        tab.may_complain.set(true);
    });
}

#[test]
fn a_part_that_arrives_does_not_hide_that_another_could_not_be_fetched() {
    if single_file().is_some() {
        return; // the single file fetches nothing
    }
    in_browser(async |tab| {
        let alerts = async || {
            tab.run("return document.querySelectorAll('.cut-off').length")
                .await
        };
        tab.visit("").await;
        tab.site.block(&["rules-"]);
        tab.fill("delegate_name", "Build").await;
        tab.until("the page says so", async || alerts().await == json!(1))
            .await;
        tab.click("[data-way=terraform]").await;
        assert_shows(tab, &files("way=terraform&delegate_name=Build")).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(alerts().await, json!(1));
        tab.site.block(&[]);
        tab.click(".cut-off button").await;
        tab.until("the rules are here", async || {
            tab.has_finding("delegate-name-format", "delegate_name").await
        })
        .await;
        assert_eq!(alerts().await, json!(0));
        tab.may_complain.set(true);
    });
}

#[test]
fn the_policy_is_in_force() {
    in_browser(async |tab| {
        tab.visit("").await;
        // Through the document: the policy does not apply to WebDriver's own scripts.
        tab.run("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);
            const i = document.createElement('img'); i.setAttribute('onerror', 'window.ran = 2'); i.src = 'missing.png'; document.body.append(i);
            const x = document.createElement('script'); x.src = 'https://example.com/x.js'; document.body.append(x)")
            .await;
        tab.until("the browser has complained", async || {
            tab.console()
                .await
                .iter()
                .any(|complaint| complaint.replace('-', " ").contains("Content Security Policy"))
        })
        .await;
        assert_eq!(
            tab.run("return window.ran ?? null").await,
            Value::Null,
            "an inline script ran"
        );
        let fetched = "const done = arguments[0]; fetch('https://example.com/').then(() => done('went out'), e => done('blocked'))";
        assert_eq!(
            tab.client.execute_async(fetched, vec![]).await.expect("it ends"),
            "blocked"
        );
        tab.may_complain.set(true);
    });
}

/// The browser compiles a file while it arrives only if it has the type of wasm.
#[test]
fn the_type_that_a_host_gives_a_part_does_not_matter() {
    let site = site();
    let port = serve(move |path| {
        let answer = Answer::file(&site, 0, path);
        let is_wasm = std::path::Path::new(path)
            .extension()
            .is_some_and(|own| own == "wasm");
        Some(if is_wasm {
            answer.typed("application/octet-stream")
        } else {
            answer
        })
    });
    in_browser(async |tab| {
        let query = format!("{FARGATE}&way=terraform&stop_timeout=200");
        tab.open_at(&format!("http://127.0.0.1:{port}/#{query}")).await;
        assert_shows(tab, &files(&query)).await;
        assert!(tab.has_finding("stop-timeout-range", "stop_timeout").await);
        // wasm-bindgen complains of the type.
        tab.may_complain.set(true);
    });
}
