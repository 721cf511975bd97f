//! The built Docusaurus site of `examples/docusaurus` in a real browser: the page of the Harness documentation with
//! the configurator instead of its code. `make test-embed` builds it first, for a configurator at
//! `http://configurator.localhost/docs/`, in whose place the test's server writes the address of the built page.

mod common;
#[path = "browser/driver.rs"]
#[allow(dead_code)] // Each test uses only some of it.
mod driver;
#[path = "embed/frames.rs"]
#[allow(dead_code)] // Each test uses only some of it.
mod frames;

use common::{Outcome, programs};
use driver::server::{Answer, serve};
use driver::{Tab, in_browser};
use frames::{assert_fits, enter, leave};
use serde_json::json;

/// Opens the page of the built site.
async fn open(tab: &Tab) {
    let site = programs::root().join("examples/docusaurus/build");
    assert!(
        site.join("index.html").is_file(),
        "The built example is missing: run `make test-embed`, which builds it."
    );
    let configurator = tab.page.clone();
    let port = serve(move |path| {
        Some(Answer::file(&site, 0, path).readdressed("http://configurator.localhost/docs/", &configurator))
    });
    let host = format!("http://127.0.0.1:{port}/");
    tab.client.goto(&host).await.expect("the example can be opened");
}

#[test]
fn the_documentation_with_three_configurators() {
    in_browser(async |tab| {
        tab.look(1280, "light").await;
        open(tab).await;
        let three = [
            ("start=docs&launch_type=EC2", "launch_type"),
            ("start=docs&launch_type=FARGATE", "launch_type"),
            ("way=terraform", "way"),
        ];
        for (n, (query, locked)) in three.iter().enumerate() {
            enter(tab, n).await;
            let files: Vec<_> = Outcome::of(query)
                .files
                .into_iter()
                .map(|file| file.text)
                .collect();
            let shown: Vec<_> = tab.panes().await.into_iter().map(|(_, text)| text).collect();
            assert_eq!(shown, files, "{query}");
            let is_locked = format!(
                "const e = document.querySelector('[name={locked}]') ?? document.querySelector('[data-way]');
                return e.disabled"
            );
            assert_eq!(tab.run(&is_locked).await, json!(true), "{query}");
            tab.fill("delegate_name", &format!("number-{n}")).await;
            leave(tab).await;
            assert_fits(tab, n).await;
        }
        // Each works separately, and the page around them is as wide as before.
        for n in 0..3 {
            enter(tab, n).await;
            assert_eq!(tab.values("delegate_name").await, [format!("number-{n}")]);
            leave(tab).await;
        }
        let wide = "const r = document.documentElement; return r.scrollWidth - r.clientWidth";
        assert_eq!(tab.run(wide).await, json!(0));
    });
}

#[test]
fn the_switch_of_docusaurus_is_followed_live() {
    in_browser(async |tab| {
        tab.look(1280, "light").await;
        open(tab).await;
        let follows = async || {
            let theme = tab.run("return document.documentElement.dataset.theme").await;
            enter(tab, 0).await;
            tab.until(&format!("the configurator is {theme}"), async || {
                tab.run("return getComputedStyle(document.documentElement).colorScheme")
                    .await
                    == theme
            })
            .await;
            leave(tab).await;
            theme
        };
        let first = follows().await;
        assert_eq!(first, json!("light"));
        let mut seen = vec![first];
        // Docusaurus has three states: the system's, light, dark.
        for _ in 0..3 {
            tab.run("document.querySelector('[class*=colorModeToggle] button, [class*=ColorModeToggle] button').click()").await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            seen.push(follows().await);
        }
        assert!(seen.contains(&json!("dark")), "{seen:?}");
    });
}

#[test]
fn without_scripts_there_is_a_link() {
    let page = std::fs::read_to_string(programs::root().join("examples/docusaurus/build/index.html"))
        .expect("the built example is there: `make test-embed` builds it");
    for link in [
        "?start=docs&amp;launch_type=EC2",
        "?start=docs&amp;launch_type=FARGATE",
        "?way=terraform",
    ] {
        assert!(
            page.contains(&format!("<a href=\"http://configurator.localhost/docs/{link}\">")),
            "{link}"
        );
    }
}
