//! Opens the built site in a browser, from a path below the root of a static server: it starts under its
//! Content-Security-Policy, writes nothing to the console, and requests only its own files, each once.

mod common;
#[allow(dead_code)] // Each test uses only some of it.
#[path = "browser/driver.rs"]
mod driver;

use driver::in_browser;
use driver::server::{Answer, serve};
use serde_json::json;
use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The path of the site.
const BASE: &str = "/some/path/";

#[test]
fn the_site_starts() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (site, paths) = (driver::site(), Arc::clone(&asked));
    let port = serve(move |path| {
        paths.lock().expect("no panic in there").push(path.to_owned());
        Some(if path.starts_with(BASE) {
            Answer::file(&site, 2, path)
        } else {
            Answer::missing()
        })
    });
    in_browser(async |tab| {
        let start = Instant::now();
        tab.open_at(&format!("http://127.0.0.1:{port}{BASE}")).await;
        let time = start.elapsed().as_millis();

        // Browsers warn of what was fetched ahead and not used after some seconds.
        tokio::time::sleep(Duration::from_secs(6)).await;
        assert_eq!(tab.log().await, [], "on the console");
        let first = "return document.head.firstElementChild?.httpEquiv ?? ''";
        assert_eq!(
            tab.run(first).await,
            "Content-Security-Policy",
            "it is first in <head>"
        );
        // Through the document: the policy does not apply to WebDriver's own scripts.
        let ran = "const script = document.createElement('script');
            script.textContent = 'document.documentElement.dataset.inlineRan = 1';
            document.head.append(script);
            return 'inlineRan' in document.documentElement.dataset";
        assert_eq!(tab.run(ran).await, json!(false), "a script without a hash ran");
        tab.may_complain.set(true);

        let asked = asked.lock().expect("no panic in there").clone();
        for path in &asked {
            assert!(path.starts_with(BASE), "{path} is outside of the site");
        }
        // After that the service worker requests the files again, to cache them.
        let worker = asked.iter().position(|path| path == "/some/path/sw.js");
        let own = &asked[..worker.expect("the service worker is asked for")];
        for (at, path) in own.iter().enumerate() {
            assert!(!own[..at].contains(path), "{path} is asked for twice");
        }
        let _ = writeln!(
            std::io::stdout(),
            "== Smoke: the site starts in {:?} in {time} ms, with {} requests: {}",
            driver::engine::Engine::chosen(),
            own.len(),
            own.join(" ")
        );
    });
}

/// The program names the sources of its panics, but not where they lay when it was built.
#[test]
fn the_program_holds_no_path_of_its_builder() {
    let home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let paths = [
        home.expect("there is a home directory"),
        env!("CARGO_MANIFEST_DIR").to_owned(),
    ];
    let files = std::fs::read_dir(driver::site())
        .expect("the site can be read")
        .flatten();
    let parts = files.filter(|file| file.path().extension().is_some_and(|own| own == "wasm"));
    let mut count = 0;
    for part in parts {
        count += 1;
        let bytes = std::fs::read(part.path()).expect("it can be read");
        for path in &paths {
            let is_in = bytes.windows(path.len()).any(|window| window == path.as_bytes());
            assert!(
                !is_in,
                "{} holds {path}: build it with `make build`",
                part.path().display()
            );
        }
    }
    assert!(count >= 3, "{count} parts");
}
