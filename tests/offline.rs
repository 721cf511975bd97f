//! The service worker: after a first visit the site works with the server stopped, a new build replaces the old one
//! whole, and the worker never caches a mix of two builds.

mod common;
#[path = "browser/driver.rs"]
#[allow(dead_code)]
mod driver;

use common::{Outcome, programs};
use driver::server::{Answer, serve};
use driver::{Tab, in_browser};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A site on its own host, which the test can stop or give another build.
struct Host {
    directory: tempfile::TempDir,
    is_down: Arc<AtomicBool>,
    address: String,
}

impl Host {
    fn start() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        copy(&driver::site(), directory.path());
        let is_down = Arc::new(AtomicBool::new(false));
        let (site, stopped) = (directory.path().to_owned(), Arc::clone(&is_down));
        let port = serve(move |path| (!stopped.load(Ordering::SeqCst)).then(|| Answer::file(&site, 1, path)));
        Self {
            directory,
            is_down,
            address: format!("http://127.0.0.1:{port}/site/"),
        }
    }

    fn stop(&self) {
        self.is_down.store(true, Ordering::SeqCst);
    }

    fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Puts a fault into the browser that the worker runs in.
    fn spoil(&self, fault: &str) {
        let worker = std::fs::read_to_string(self.file("sw.js")).expect("the worker is there");
        std::fs::write(self.file("sw.js"), format!("{fault}\n{worker}")).expect("it can be written");
    }

    /// The version of the build in its service worker.
    fn version(&self) -> String {
        let worker = std::fs::read_to_string(self.file("sw.js")).expect("the worker is there");
        let (_, version) = worker.split_once("VERSION=\"").expect("it names its version");
        version.chars().take_while(|c| *c != '"').collect()
    }

    /// Deploys another build, in which every part of the program has changed and has a new name.
    fn rebuild(&self) {
        let output = programs::command("node")
            .arg("tests/offline/rebuild.mjs")
            .arg(self.directory.path())
            .current_dir(programs::root())
            .output()
            .expect("node starts");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("dist can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target).expect("a directory can be made");
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// The cached versions.
async fn kept(tab: &Tab) -> Vec<String> {
    let script = "const done = arguments[0]; caches.keys().then(names => done(names.map(name => name.split(' ').pop())))";
    let names = tab
        .client
        .execute_async(script, vec![])
        .await
        .expect("caches can be listed");
    serde_json::from_value(names).expect("texts")
}

async fn keeps(tab: &Tab, version: &str) {
    tab.until("the build is kept", async || {
        lacking(tab, version).await == json!([])
            && tab.run("return !!navigator.serviceWorker.controller").await == Value::Bool(true)
    })
    .await;
}

/// Opens the page on the host from another page.
async fn open(tab: &Tab, host: &Host, rest: &str) {
    tab.client.goto("about:blank").await.expect("a blank page");
    tab.open_at(&format!("{}{rest}", host.address)).await;
}

/// The names of the files that start the page.
async fn parts(tab: &Tab) -> Value {
    tab.run(
        "return performance.getEntriesByType('resource').map(e => e.name.split('/').pop()).filter(n => n.startsWith('page-')).sort()",
    )
    .await
}

#[test]
fn after_a_first_visit_it_works_with_the_server_stopped() {
    let host = Host::start();
    in_browser(async |tab| {
        open(tab, &host, "").await;
        keeps(tab, &host.version()).await;
        host.stop();
        // The cache has every part that the page fetches on first use, and the page opens at any address.
        for way in ["cli", "script", "terraform", "cloudformation"] {
            let query = format!("way={way}&delegate_name=build-blue");
            open(tab, &host, &format!("?{query}")).await;
            let expected: Vec<(String, String)> = Outcome::of(&query)
                .files
                .iter()
                .map(|file| (file.name.to_owned(), file.text.clone()))
                .collect();
            assert_eq!(tab.panes().await, expected);
        }
        assert!(
            tab.has_finding("delegate-name-format", "delegate_name").await
                || !tab.findings().await.is_empty()
        );
        tab.click("[data-action=download-all]").await;
        tab.until("the archive is saved", async || {
            tab.downloads().join("harness-delegate-ecs.zip").is_file()
        })
        .await;
        // The browser complains that it cannot look for a newer script of the worker.
        tab.may_complain.set(true);
    });
}

#[test]
fn a_new_build_replaces_the_old_one_whole() {
    let host = Host::start();
    in_browser(async |tab| {
        open(tab, &host, "").await;
        let (old, old_parts) = (host.version(), parts(tab).await);
        keeps(tab, &old).await;
        host.rebuild();
        let new = host.version();
        assert_ne!(new, old);

        // An open page of the old build gets its other parts from the cache, because the host no longer has them.
        tab.click("[data-way=terraform]").await;
        tab.until("the old page works", async || !tab.panes().await.is_empty())
            .await;

        // The next visit gets the new build and caches it.
        open(tab, &host, "").await;
        let new_parts = parts(tab).await;
        assert_ne!(new_parts, old_parts);
        keeps(tab, &new).await;
        host.stop();
        open(tab, &host, "?way=terraform").await;
        assert_eq!(parts(tab).await, new_parts);
        assert_eq!(tab.panes().await.len(), 1);
        tab.may_complain.set(true);
    });
}

#[test]
fn a_mix_of_two_builds_is_not_kept() {
    let host = Host::start();
    in_browser(async |tab| {
        open(tab, &host, "").await;
        let old = host.version();
        keeps(tab, &old).await;
        let page = std::fs::read(host.file("index.html")).expect("the page is there");
        host.rebuild();
        let new = host.version();
        // The host has the new build except for the page.
        std::fs::write(host.file("index.html"), page).expect("it can be written");
        let update = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(r => r.update()).then(r => {
            const w = r.installing; if (!w) return done('nothing'); w.onstatechange = () => done(w.state); })";
        let state = tab
            .client
            .execute_async(update, vec![])
            .await
            .expect("it can be asked for a newer one");
        assert_eq!(state, json!("redundant"), "the mix was taken for a build");
        assert_eq!(kept(tab).await, std::slice::from_ref(&old));
        host.stop();
        tokio::time::sleep(Duration::from_millis(100)).await;
        open(tab, &host, "").await;
        assert!(!tab.panes().await.is_empty());
        assert!(!kept(tab).await.contains(&new));
        tab.may_complain.set(true);
    });
}

/// The files that the cache of a build lacks.
async fn lacking(tab: &Tab, version: &str) -> Value {
    let script = "const [version, done] = arguments; (async () => {
        const name = (await caches.keys()).find(name => name.endsWith(version));
        if (!name) return done('nothing is kept');
        const kept = (await (await caches.open(name)).keys()).map(({ url }) => url);
        const worker = await (await fetch('sw.js', { cache: 'no-store' })).text();
        const files = Object.keys(JSON.parse(worker.match(/FILES ?= ?(\\{.*?\\})/)[1]));
        done(files.filter(path => !kept.includes(new URL(path, location.href.replace(/[?#].*/, '')).href)));
    })().catch(error => done(String(error)))";
    let lacking = tab.client.execute_async(script, vec![json!(version)]).await;
    lacking.expect("the cache can be looked at")
}

#[test]
fn a_cache_that_fails_is_no_reason_not_to_ask_the_network() {
    let host = Host::start();
    host.spoil(
        "addEventListener('message', () => { for (const name of ['open', 'keys', 'match', 'has', 'delete'])
            caches[name] = () => Promise.reject(new DOMException('the profile is broken', 'UnknownError')); });",
    );
    in_browser(async |tab| {
        open(tab, &host, "").await;
        keeps(tab, &host.version()).await;
        tab.run("navigator.serviceWorker.controller.postMessage('fail')")
            .await;
        open(tab, &host, "?way=terraform").await;
        assert_eq!(tab.panes().await.len(), 1);
    });
}

#[test]
fn a_build_for_which_there_is_no_room_is_not_kept_in_part() {
    let host = Host::start();
    let version = host.version();
    let worker = std::fs::read(host.file("sw.js")).expect("the worker is there");
    host.spoil(
        "{ const put = Cache.prototype.put; let count = 0; Cache.prototype.put = function (...all) {
            return ++count === 9 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.apply(this, all); }; }",
    );
    in_browser(async |tab| {
        open(tab, &host, "").await;
        let install = "const done = arguments[0]; navigator.serviceWorker.register('sw.js').then(r => {
            const w = r.installing; if (!w) return done('nothing'); w.onstatechange = () => done(w.state); })";
        let state = tab.client.execute_async(install, vec![]).await;
        assert_eq!(state.expect("it can be registered"), json!("redundant"));
        assert_eq!(kept(tab).await, [""; 0]);
        // At the next visit there is room.
        std::fs::write(host.file("sw.js"), worker).expect("it can be written");
        open(tab, &host, "").await;
        keeps(tab, &version).await;
        assert_eq!(lacking(tab, &version).await, json!([]));
        tab.may_complain.set(true);
    });
}

#[test]
fn a_file_that_somebody_deleted_is_kept_again_at_the_next_visit() {
    let host = Host::start();
    in_browser(async |tab| {
        open(tab, &host, "").await;
        let version = host.version();
        keeps(tab, &version).await;
        let delete = "const [version, done] = arguments; caches.keys().then(async names => {
            const cache = await caches.open(names.find(name => name.endsWith(version)));
            const all = await cache.keys(); await cache.delete(all.find(({ url }) => url.includes('/rules-'))); done() })";
        tab.client
            .execute_async(delete, vec![json!(version)])
            .await
            .expect("it can be deleted");
        assert_eq!(lacking(tab, &version).await.as_array().map(Vec::len), Some(1));
        open(tab, &host, "").await;
        tab.until("the build is whole again", async || {
            lacking(tab, &version).await == json!([])
        })
        .await;
    });
}
