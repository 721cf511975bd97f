//! The built page on a loopback port, chromedriver, and one browser session with a fresh profile per test.

use crate::common::programs;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::Cell;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

/// How long the page may take for anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// The tab's methods wait; this makes them read like sentences.
pub type Tab = Session;

/// What all tests of this binary share; gone with the last one that uses it.
struct Shared {
    driver: Child,
    driver_port: u16,
    site_port: u16,
}

static SHARED: Mutex<Weak<Shared>> = Mutex::new(Weak::new());

impl Shared {
    fn get() -> Arc<Self> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let new = Arc::new(Self::start());
            *shared = Arc::downgrade(&new);
            new
        })
    }

    fn start() -> Self {
        let site_port = serve_while(&programs::root().join("dist"), Arc::default());
        let mut driver = programs::command("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver starts");
        let mut lines = BufReader::new(driver.stdout.take().expect("it is piped")).lines();
        let driver_port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split("successfully on port ")
                    .nth(1)?
                    .trim_end_matches('.')
                    .parse()
                    .ok()
            })
            .expect("chromedriver says its port");
        // What it says further on is nobody's, but the pipe must not fill.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            driver,
            driver_port,
            site_port,
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The file that is tested in place of the site, where the variable `SINGLE_FILE` names one.
pub fn single_file() -> Option<PathBuf> {
    let file = programs::root().join(std::env::var_os("SINGLE_FILE")?);
    assert!(
        file.is_file(),
        "{} is missing: run `make single-file`, which builds it.",
        file.display()
    );
    Some(file)
}

/// Serves a directory as a static host does, below so many parts of a path, whatever they are. Returns the port.
#[allow(dead_code)] // for tests/docusaurus.rs
pub fn serve(directory: &Path, depth: usize) -> u16 {
    serve_below(directory, depth, Arc::default())
}

/// Serves the site until it is down: then every connection is closed without an answer.
pub fn serve_while(directory: &Path, is_down: Arc<AtomicBool>) -> u16 {
    assert!(
        directory.join("index.html").is_file(),
        "The built page, dist/index.html, is missing: run `make build`, which builds it."
    );
    serve_below(directory, 1, is_down)
}

fn serve_below(directory: &Path, depth: usize, is_down: Arc<AtomicBool>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    let directory = directory.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if is_down.load(Ordering::SeqCst) {
                continue;
            }
            let directory = directory.clone();
            std::thread::spawn(move || answer(&directory, depth, stream));
        }
    });
    port
}

fn answer(directory: &Path, depth: usize, mut stream: TcpStream) {
    let mut head = String::new();
    let mut lines = BufReader::new(match stream.try_clone() {
        Ok(stream) => stream,
        Err(_) => return,
    });
    while lines.read_line(&mut head).is_ok_and(|length| length > 2) {}
    let target = head.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let file = match path.splitn(depth + 2, '/').nth(depth + 1) {
        Some("") => "index.html",
        Some(file) if !file.contains("..") => file,
        _ => "missing",
    };
    let mime = match Path::new(file)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    };
    let mut body = Vec::new();
    let found = std::fs::File::open(directory.join(file)).and_then(|mut file| file.read_to_end(&mut body));
    let status = if found.is_ok() { "200 OK" } else { "404 Not Found" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nAccess-Control-Allow-Origin: *\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(&body));
}

/// A command that fantoccini has no method for.
#[derive(Debug)]
struct Raw {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// One browser with a fresh profile.
pub struct Session {
    pub client: Client,
    /// The address of the page, without query and fragment.
    pub page: String,
    pub downloads: tempfile::TempDir,
    /// Whether this test makes the browser complain on purpose.
    pub may_complain: Cell<bool>,
}

/// Runs a test in a browser of its own, closes that whatever happens, and then wants a clean console.
pub fn in_browser(test: impl AsyncFnOnce(&Session)) {
    let shared = Shared::get();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let session = runtime.block_on(Session::open(&shared));
    let result = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&session).await;
            if !session.may_complain.get() {
                let complaints = session.console().await;
                assert!(complaints.is_empty(), "on the console: {complaints:#?}");
            }
        });
    }));
    let _ = runtime.block_on(session.client.clone().close());
    if let Err(panic) = result {
        resume_unwind(panic);
    }
}

impl Session {
    async fn open(shared: &Shared) -> Self {
        let downloads = tempfile::tempdir().expect("a temporary directory");
        let capabilities = json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--window-size=1280,900",
                    // The name under which the example of Docusaurus knows the configurator.
                    format!("--host-resolver-rules=MAP configurator.localhost:80 127.0.0.1:{}", shared.site_port),
                ],
                "prefs": {
                    "download.default_directory": downloads.path(),
                    "download.prompt_for_download": false,
                },
            },
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is written as an object")
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", shared.driver_port))
            .await
            .expect("Chromium starts: if it is not installed, run `make test`, which installs it");
        let page = match single_file() {
            Some(file) => format!("file://{}", file.display()),
            None => format!("http://127.0.0.1:{}/docs/", shared.site_port),
        };
        Self {
            client,
            page,
            downloads,
            may_complain: Cell::new(false),
        }
    }

    /// Opens the page with what follows its path, and waits until it reacts.
    pub async fn visit(&self, rest: &str) {
        self.client
            .goto(&format!("{}{rest}", self.page))
            .await
            .expect("the page can be opened");
        self.until("the page is ready", async || {
            self.run("return document.documentElement.hasAttribute('data-ready')")
                .await
                == true
        })
        .await;
    }

    /// Like a link that is followed from elsewhere: not only the fragment of the open page changes.
    pub async fn visit_anew(&self, rest: &str) {
        self.client.goto("about:blank").await.expect("a blank page");
        self.visit(rest).await;
    }

    pub async fn run(&self, script: &str) -> Value {
        self.run_with(script, vec![]).await
    }

    pub async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client.execute(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("{script}: {error}"),
        }
    }

    pub async fn raw(&self, path: &'static str, body: Value) -> Value {
        match self.client.issue_cmd(Raw { path, body }).await {
            Ok(value) => value,
            Err(error) => panic!("{path}: {error}"),
        }
    }

    /// A command of the browser's own protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) {
        self.raw(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await;
    }

    /// A window of this size, in these colours.
    pub async fn look(&self, width: u32, theme: &str) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Lets requests for these addresses fail, and no others from now on.
    pub async fn block(&self, patterns: &[&str]) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBlockedURLs", json!({ "urls": patterns }))
            .await;
    }

    pub async fn permit(&self, name: &str, state: &str) {
        self.raw(
            "permissions",
            json!({ "descriptor": { "name": name }, "state": state }),
        )
        .await;
    }

    /// What the console complained about since it was asked last.
    pub async fn console(&self) -> Vec<String> {
        let log = self.raw("se/log", json!({ "type": "browser" })).await;
        let entries = log.as_array().into_iter().flatten();
        let is_bad = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        entries
            .filter(is_bad)
            .map(|entry| entry["message"].to_string())
            .collect()
    }

    /// Every address that was asked for since it was asked last, other than `blob:` and `data:`.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.raw("se/log", json!({ "type": "performance" })).await;
        let mut urls = Vec::new();
        for entry in log.as_array().into_iter().flatten() {
            let message: Value =
                serde_json::from_str(entry["message"].as_str().unwrap_or_default()).unwrap_or_default();
            if message["message"]["method"] == "Network.requestWillBeSent" {
                let url = message["message"]["params"]["request"]["url"]
                    .as_str()
                    .unwrap_or_default();
                if !url.starts_with("blob:") && !url.starts_with("data:") {
                    urls.push(url.to_owned());
                }
            }
        }
        urls
    }

    /// Waits until something holds.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let start = Instant::now();
        while !holds().await {
            assert!(start.elapsed() < PATIENCE, "it does not come about that {what}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn all(&self, css: &str) -> Vec<Element> {
        self.client
            .find_all(Locator::Css(css))
            .await
            .expect("elements can be looked for")
    }

    /// The first element, scrolled to, with the sections around it open.
    pub async fn element(&self, css: &str) -> Element {
        self.until(&format!("there is {css}"), async || {
            !self.all(css).await.is_empty()
        })
        .await;
        // As a person would: a click on the heading of each closed section around it.
        for _ in 0..4 {
            let summary = "const e = document.querySelector(arguments[0]);
                let d = e.parentElement.closest('details:not([open])');
                while (d?.parentElement.closest('details:not([open])')) d = d.parentElement.closest('details:not([open])');
                const s = d?.querySelector('summary'); s?.scrollIntoView({block: 'center'}); return s ?? null";
            let summary = self.run_with(summary, vec![json!(css)]).await;
            if summary.is_null() {
                break;
            }
            let summary: Element = Element::from_element_id(
                self.client.clone(),
                summary
                    .as_object()
                    .and_then(|map| map.values().next()?.as_str())
                    .unwrap_or_default()
                    .to_owned()
                    .into(),
            );
            summary.click().await.expect("a heading can be clicked");
        }
        self.run_with(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})",
            vec![json!(css)],
        )
        .await;
        self.client
            .find(Locator::Css(css))
            .await
            .expect("it was there a moment ago")
    }

    pub async fn click(&self, css: &str) {
        if let Err(error) = self.element(css).await.click().await {
            panic!("{css} cannot be clicked: {error}");
        }
    }

    /// Types a text into a field in place of what it holds, key by key.
    pub async fn fill(&self, key: &str, text: &str) {
        self.fill_in(&format!("[name={key}]"), text).await;
    }

    pub async fn fill_in(&self, css: &str, text: &str) {
        let input = self.element(css).await;
        let keys = format!("\u{E009}a\u{E000}\u{E017}{text}");
        input
            .send_keys(&keys)
            .await
            .unwrap_or_else(|error| panic!("{css} cannot be typed into: {error}"));
    }

    /// Gives an input a text at once, as pasting does. (Chromium's own command for that takes minutes for 100 KB.)
    pub async fn paste(&self, css: &str, text: &str) {
        self.element(css).await;
        let script =
            "const input = document.querySelector(arguments[0]); input.focus(); input.value = arguments[1];
            input.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }))";
        self.run_with(script, vec![json!(css), json!(text)]).await;
    }

    pub async fn choose(&self, key: &str, value: &str) {
        let css = format!("select[name={key}]");
        self.element(&css)
            .await
            .select_by_value(value)
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// What stands in the inputs: for every name, the values in order.
    pub async fn form(&self) -> Value {
        self.run(
            "const form = {}; for (const e of document.querySelectorAll('[name]')) {
            if (e.tagName !== 'META') (form[e.name] ??= []).push(e.value); } return form",
        )
        .await
    }

    pub async fn values(&self, key: &str) -> Vec<String> {
        let values = self.form().await[key].clone();
        serde_json::from_value(values).unwrap_or_default()
    }

    /// The files as they are shown: names and texts, in order.
    pub async fn panes(&self) -> Vec<(String, String)> {
        let panes = "return [...document.querySelectorAll('pre[data-file]')].map(p => [p.dataset.file, p.textContent])";
        serde_json::from_value(self.run(panes).await).expect("pairs of texts")
    }

    pub async fn pane(&self, name: &str) -> String {
        let panes = self.panes().await;
        let pane = panes.into_iter().find(|(other, _)| other == name);
        pane.unwrap_or_else(|| panic!("there is no pane of {name}")).1
    }

    pub async fn missing(&self) -> Vec<String> {
        let missing = "return [...document.querySelectorAll('[data-missing]')].map(e => e.dataset.missing)";
        serde_json::from_value(self.run(missing).await).expect("texts")
    }

    /// Rule and field of every finding that is in the document.
    pub async fn findings(&self) -> Vec<(String, String)> {
        let findings = "return [...document.querySelectorAll('[data-rule]')].map(e => [e.dataset.rule, e.dataset.field])";
        serde_json::from_value(self.run(findings).await).expect("pairs of texts")
    }

    pub async fn has_finding(&self, rule: &str, field: &str) -> bool {
        self.findings()
            .await
            .contains(&(rule.to_owned(), field.to_owned()))
    }

    /// The address as the bar shows it.
    pub async fn address(&self) -> String {
        self.run("return location.href")
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub async fn fragment(&self) -> String {
        let address = self.address().await;
        address
            .split_once('#')
            .map(|(_, fragment)| fragment.to_owned())
            .unwrap_or_default()
    }

    /// What axe-core, whose source is given, finds in the document with every section open and nothing still moving.
    pub async fn violations(&self, axe: &str) -> Value {
        self.run("document.querySelectorAll('details').forEach(d => d.open = true)")
            .await;
        self.until("it is still", async || {
            self.run("return document.getAnimations().length === 0").await == true
        })
        .await;
        self.run(axe).await;
        let violations = "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done(
            r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 5).map(n => n.target + ' ' + n.failureSummary).join('; '))))";
        self.client
            .execute_async(violations, vec![])
            .await
            .expect("axe runs")
    }

    /// What is on the clipboard.
    pub async fn clipboard(&self) -> String {
        let read =
            "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('no: ' + e))";
        let text = self
            .client
            .execute_async(read, vec![])
            .await
            .expect("the clipboard can be read");
        text.as_str().unwrap_or_default().to_owned()
    }
}
