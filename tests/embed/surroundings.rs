//! Kinds of pages around: strict policies, sandboxes, other sites, a file.

use crate::common;
use crate::driver::engine::{Engine, only};
use crate::driver::in_browser;
use crate::frames::{assert_fits, enter, leave};
use crate::host::{self, HostPage};
use crate::open::{LISTEN, SCRIPT, open, open_pages, page, told};
use serde_json::json;

/// The host's policy forbids inline scripts and styles, and allows only the configurator's origin.
#[test]
fn a_strict_policy_of_the_host_is_enough() {
    in_browser(async |tab| {
        let site = tab.page.trim_end_matches("/docs/").to_owned();
        let mut strict = page(
            tab,
            "/",
            SCRIPT,
            "<ecs-delegate-configurator delegate-name=strict></ecs-delegate-configurator>",
        );
        strict.policy = Some(format!(
            "default-src 'none'; script-src {site}; frame-src {site}; style-src 'self'; require-trusted-types-for 'script'"
        ));
        open_pages(tab, vec![strict]).await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["strict"]);
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}

#[test]
fn where_the_frame_cannot_start_the_link_is_shown_after_all() {
    in_browser(async |tab| {
        tab.may_complain.set(true);
        let site = tab.page.trim_end_matches("/docs/").to_owned();
        let body = "<ecs-delegate-configurator><a href=\"SITE\">link</a></ecs-delegate-configurator>";
        let mut closed = page(tab, "/", SCRIPT, body);
        closed.policy = Some(format!("default-src 'none'; script-src {site}; frame-src 'none'"));
        open_pages(tab, vec![closed]).await;
        tab.until("the link is shown", async || {
            tab.run("return document.querySelector('a').getClientRects().length > 0")
                .await
                == true
        })
        .await;
    });
}

/// The shortest example, `examples/plain.html`, on another origin.
#[test]
fn the_plain_example_works() {
    in_browser(async |tab| {
        let file = common::programs::root().join("examples/plain.html");
        let text = std::fs::read_to_string(file).expect("the example is there");
        let text = text.replace("http://127.0.0.1:8080/", &tab.page);
        open_pages(
            tab,
            vec![HostPage {
                path: "/",
                policy: None,
                text,
            }],
        )
        .await;
        enter(tab, 0).await;
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert_eq!(
            tab.run("return document.querySelector('[name=launch_type]').disabled")
                .await,
            json!(true)
        );
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}

/// In a sandbox the page has no storage, clipboard or origin, and still works.
#[test]
fn storage_may_be_denied() {
    let engines = [Engine::Chromium, Engine::Gecko];
    if !only(
        &engines,
        "in a sandbox, its policy takes the page's own files for another site's",
    ) {
        return;
    }
    in_browser(async |tab| {
        let body = "<iframe sandbox=\"allow-scripts\" width=900 height=900 src=\"SITE#v=1&delegate_name=boxed\"></iframe>
            <ecs-delegate-configurator></ecs-delegate-configurator>";
        open(tab, body).await;
        tab.client.clone().enter_frame(0).await.expect("it is there");
        tab.until_ready().await;
        let denied = "try { localStorage; return false } catch { return true }";
        assert_eq!(tab.run(denied).await, json!(true));
        tab.fill("region", "us-west-2").await;
        tab.until("the file follows", async || {
            tab.pane("task-spec.json").await.contains("us-west-2")
        })
        .await;
        tab.click("[data-copy=\"task-spec.json\"]").await;
        // Firefox lets every page that is clicked write to the clipboard.
        let words = if Engine::chosen() == Engine::Gecko {
            "task-spec.json copied"
        } else {
            "Ctrl+C"
        };
        tab.until("it says whether it has copied", async || {
            tab.run("return document.querySelector('.notice').textContent")
                .await
                .as_str()
                .is_some_and(|text| text.contains(words))
        })
        .await;
        leave(tab).await;
    });
}

/// On another site, not only another port, the browser uses another process and shares no storage.
#[test]
fn it_works_across_sites_and_from_a_file() {
    in_browser(async |tab| {
        let host = page(
            tab,
            "/",
            SCRIPT,
            "<ecs-delegate-configurator delegate-name=far></ecs-delegate-configurator>",
        );
        let directory = tempfile::tempdir().expect("a temporary directory");
        let file = directory.path().join("host.html");
        std::fs::write(&file, &host.text).expect("it can be written");
        let far = format!("http://localhost:{}/", host::serve(vec![host]));
        for address in [far, format!("file://{}", file.display())] {
            tab.client.goto(&address).await.expect("the host can be opened");
            tab.run(LISTEN).await;
            enter(tab, 0).await;
            assert_eq!(tab.values("delegate_name").await, ["far"]);
            leave(tab).await;
            assert_fits(tab, 0).await;
            enter(tab, 0).await;
            tab.fill("region", "us-west-2").await;
            tab.leave().await;
            leave(tab).await;
            tab.until("the host hears of the change", async || {
                !told(tab).await.is_empty()
            })
            .await;
        }
    });
}
