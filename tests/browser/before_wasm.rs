//! The page before its program runs, without it, and when it breaks.

use crate::driver::server::{Answer, serve};
use crate::driver::{Tab, in_browser, single_file, site};
use crate::files::{assert_shows, files};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

fn is_a(path: &str, extension: &str) -> bool {
    std::path::Path::new(path)
        .extension()
        .is_some_and(|own| own == extension)
}

/// A server of the site that holds the program back until it is released.
struct Slow {
    is_released: Arc<AtomicBool>,
    address: String,
}

impl Slow {
    fn serve() -> Self {
        Self::holding("")
    }

    /// Holds only the part of the program back that has this in its name.
    fn holding(part: &'static str) -> Self {
        let is_released = Arc::new(AtomicBool::new(false));
        let (site, gate) = (site(), Arc::clone(&is_released));
        let port = serve(move |path| {
            while is_a(path, "wasm") && path.contains(part) && !gate.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(20));
            }
            Some(Answer::file(&site, 0, path))
        });
        Self {
            is_released,
            address: format!("http://127.0.0.1:{port}/"),
        }
    }

    /// Opens the page without waiting for the program.
    async fn open(&self, tab: &Tab, rest: &str) {
        // `goto` waits for the load event, which waits for no module that is imported later.
        tab.client
            .goto(&format!("{}{rest}", self.address))
            .await
            .expect("the page can be opened");
    }

    async fn release(&self, tab: &Tab) {
        self.is_released.store(true, Ordering::Relaxed);
        tab.until_ready().await;
    }
}

const BODY: &str = "const body = document.body.cloneNode(true);
    for (const e of body.querySelectorAll('noscript, .lacking')) e.remove();
    return body.innerHTML";

#[test]
fn the_first_render_is_the_html_that_is_there() {
    let slow = Slow::serve();
    in_browser(async |tab| {
        slow.open(tab, "").await;
        let html = tab.run(BODY).await;
        // It can be read: the questions, and the files of the start.
        assert_eq!(tab.panes().await, files(""));
        assert!(
            html.as_str()
                .is_some_and(|html| html.contains("From Harness") && html.contains("Where do I find it?"))
        );
        assert_eq!(
            tab.run("return 'ready' in document.documentElement.dataset")
                .await,
            json!(false)
        );
        slow.release(tab).await;
        assert_eq!(tab.run(BODY).await, html);
    });
}

#[test]
fn the_files_of_a_link_do_not_wait_for_the_rules() {
    let slow = Slow::holding("rules-");
    in_browser(async |tab| {
        let query = "delegate_name=linked&way=script";
        slow.open(tab, &format!("#{query}")).await;
        tab.until("the files are shown", async || {
            tab.run("return document.querySelector('#output').checkVisibility({ visibilityProperty: true })")
                .await
                == true
        })
        .await;
        assert_eq!(tab.panes().await, files(query));
        let is_ready = "return 'ready' in document.documentElement.dataset";
        assert_eq!(tab.run(is_ready).await, json!(false));
        slow.release(tab).await;
    });
}

#[test]
fn what_is_typed_early_wins_over_the_link_and_keeps_the_cursor() {
    let slow = Slow::serve();
    in_browser(async |tab| {
        slow.open(tab, "#delegate_name=linked&cluster=blue&env=A=1&launch_type=EC2")
            .await;
        let hidden = "return getComputedStyle(document.querySelector('#output')).visibility";
        assert_eq!(
            tab.run(hidden).await,
            "hidden",
            "files that are not those of the link"
        );
        tab.fill("delegate_name", "build-blue").await;
        // A browser that restores a value sends no event.
        tab.run(
            "const i = document.querySelector('[name=delegate_name]'); i.setSelectionRange(2, 5);
            document.querySelector('[name=account_id]').value = 'restored'",
        )
        .await;
        slow.release(tab).await;
        assert_eq!(tab.run(hidden).await, "visible");
        let cursor = "const i = document.activeElement; return [i.name, i.selectionStart, i.selectionEnd]";
        tab.until("the cursor is back", async || {
            tab.run(cursor).await == json!(["delegate_name", 2, 5])
        })
        .await;
        assert_eq!(tab.values("delegate_name").await, ["build-blue"]);
        assert_eq!(tab.values("account_id").await, [""]);
        assert_eq!(tab.values("env").await, ["A=1", ""]);
        assert_shows(
            tab,
            &files("delegate_name=build-blue&cluster=blue&env=A=1&launch_type=EC2"),
        )
        .await;
        tab.leave().await;
        assert!(tab.fragment().await.contains("delegate_name=build-blue"));
    });
}

#[test]
fn a_choice_and_a_row_that_were_made_early_count() {
    let slow = Slow::serve();
    in_browser(async |tab| {
        slow.open(tab, "").await;
        tab.choose("launch_type", "EC2").await;
        tab.fill("env", "B=2").await;
        slow.release(tab).await;
        tab.until("the files follow", async || {
            tab.panes().await == files("launch_type=EC2&env=B=2")
        })
        .await;
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
    });
}

/// Whatever does not arrive: the page stays, and says so.
#[test]
fn a_program_that_does_not_arrive_is_said() {
    if single_file().is_some() {
        return; // everything is inside
    }
    in_browser(async |tab| {
        tab.may_complain.set(true);
        for broken in [
            "missing script",
            "missing wasm",
            "truncated wasm",
            "wasm of another build",
        ] {
            let site = site();
            let port = serve(move |path| {
                let is_wasm = path.starts_with("/page-") && is_a(path, "wasm");
                let is_script = path.starts_with("/page-") && is_a(path, "js");
                Some(match broken {
                    "missing script" if is_script => Answer::missing(),
                    "missing wasm" if is_wasm => Answer::missing(),
                    "truncated wasm" if is_wasm => Answer::file(&site, 0, path).cut(10_000),
                    // The smallest module: it has nothing that the script expects.
                    "wasm of another build" if is_wasm => Answer::wasm(b"\0asm\x01\0\0\0"),
                    _ => Answer::file(&site, 0, path),
                })
            });
            tab.client
                .goto(&format!("http://127.0.0.1:{port}/"))
                .await
                .expect("it opens");
            let said = "return [document.querySelector('.stopped').checkVisibility(), !!document.querySelector('[data-reload]')]";
            tab.until(&format!("{broken} is said"), async || {
                tab.run(said).await == json!([true, true])
            })
            .await;
            assert_eq!(tab.panes().await, files(""), "{broken}");
            assert_eq!(
                tab.run("return document.querySelector('[name=region]').checkVisibility()")
                    .await,
                json!(true)
            );
        }
    });
}

#[test]
fn reload_loads_the_page_again() {
    if single_file().is_some() {
        return;
    }
    in_browser(async |tab| {
        tab.may_complain.set(true);
        tab.site.block(&["/page-"]);
        tab.client
            .goto(&format!("{}#cluster=blue", tab.page))
            .await
            .expect("it opens");
        let said = "return document.querySelector('.stopped').checkVisibility()";
        tab.until("it is said", async || tab.run(said).await == json!(true))
            .await;
        tab.site.block(&[]);
        tab.click("[data-reload]").await;
        tab.until("it is ready", async || {
            tab.run("return 'ready' in document.documentElement.dataset")
                .await
                == true
        })
        .await;
        assert_eq!(tab.values("cluster").await, ["blue"]);
    });
}

/// A sandbox without scripts is a browser without scripts.
#[test]
fn without_scripts_the_page_says_what_is_lacking() {
    let site = site();
    let port = serve(move |path| {
        let host = "<!doctype html><title>Host</title><iframe sandbox=allow-same-origin src=\"/\" width=900 height=900></iframe>";
        Some(if path == "/host" {
            Answer::page(host, None)
        } else {
            Answer::file(&site, 0, path)
        })
    });
    in_browser(async |tab| {
        tab.may_complain.set(true);
        tab.client
            .goto(&format!("http://127.0.0.1:{port}/host"))
            .await
            .expect("it opens");
        let seen = "const inside = document.querySelector('iframe').contentDocument;
            return [inside.querySelector('.lacking, noscript').checkVisibility(), inside.body.innerText, inside.documentElement.outerHTML]";
        let seen = tab.run(seen).await;
        assert_eq!(seen[0], true);
        for words in ["needs JavaScript and WebAssembly", "From AWS"] {
            assert!(
                seen[1].as_str().is_some_and(|text| text.contains(words)),
                "{words}"
            );
        }
        for words in ["developer.harness.io", "data-file=\"task-spec.json\""] {
            assert!(
                seen[2].as_str().is_some_and(|html| html.contains(words)),
                "{words}"
            );
        }
    });
}

/// In a frame, nothing of the form is seen before its settings are known.
#[test]
fn a_frame_shows_nothing_before_it_knows_its_fields() {
    let slow = Slow::serve();
    let host = format!(
        "<!doctype html><title>Host</title><iframe src=\"{}#fields=region\" width=700 height=600></iframe>",
        slow.address
    );
    let port = serve(move |_| Some(Answer::page(&host, None)));
    in_browser(async |tab| {
        tab.client
            .goto(&format!("http://127.0.0.1:{port}/"))
            .await
            .expect("it opens");
        tab.client.clone().enter_frame(0).await.expect("there is a frame");
        let seen = "return ['.form', '.choose', '#output'].map(c => getComputedStyle(document.querySelector(c)).visibility)";
        assert_eq!(tab.run(seen).await, json!(["hidden", "hidden", "hidden"]));
        slow.release(tab).await;
        let Value::Array(now) = tab.run(seen).await else {
            panic!("a list")
        };
        assert_eq!(now[0], "visible");
        tab.client
            .clone()
            .enter_parent_frame()
            .await
            .expect("there is a page around");
    });
}
