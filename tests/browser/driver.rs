//! Serves the built page on a loopback port, starts chromedriver, and opens a browser with a fresh profile per test.

pub mod server;
mod tab;

use crate::common::programs;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use server::{Answer, serve};
use std::cell::Cell;
use std::io::{BufRead as _, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

/// How long the page may take for anything, and how often a test looks before it gives up: a machine that stands still for a
/// while is no fault of the page.
const PATIENCE: Duration = Duration::from_secs(40);
const LOOKS: u32 = 100;

/// What all tests of a binary share. The last test that uses it drops it.
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
        let site = site();
        let site_port = serve(move |path| Some(Answer::file(&site, 1, path)));
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
        // Nobody reads the rest of its output, but the pipe must not fill up.
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

/// The file to test instead of the site, if the variable `SINGLE_FILE` names one.
pub fn single_file() -> Option<PathBuf> {
    let file = programs::root().join(std::env::var_os("SINGLE_FILE")?);
    assert!(
        file.is_file(),
        "{} is missing: run `make single-file`, which builds it.",
        file.display()
    );
    Some(file)
}

/// The built site.
pub fn site() -> PathBuf {
    let site = programs::root().join("dist");
    assert!(
        site.join("index.html").is_file(),
        "The built page, dist/index.html, is missing: run `make build`, which builds it."
    );
    site
}

/// What helps to understand why something does not come about: the page's state, where the focus is, and what it says.
const SEEN: &str = "const text = (css) => document.querySelector(css)?.textContent ?? null;
    return { at: location.href, html: { ...document.documentElement.dataset }, focus: document.activeElement?.outerHTML?.slice(0, 200),
        state: text('.state'), said: text('.said'), notice: text('.notice p'), cutOff: text('.cut-off'),
        findings: [...document.querySelectorAll('[data-rule]')].map((one) => `${one.dataset.rule} ${one.dataset.field}`) }";

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
pub struct Tab {
    pub client: Client,
    /// The address of the page, without query and fragment.
    pub page: String,
    pub downloads: tempfile::TempDir,
    /// Whether the test makes the browser complain on purpose.
    pub may_complain: Cell<bool>,
}

/// Runs a test in a fresh browser and always closes it. Fails if the console has complaints.
pub fn in_browser(test: impl AsyncFnOnce(&Tab)) {
    let shared = Shared::get();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let session = runtime.block_on(Tab::open(&shared));
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

impl Tab {
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
                    // The Docusaurus example calls the configurator by this name.
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

    /// Opens the page with this query or fragment, and waits until it reacts.
    pub async fn visit(&self, rest: &str) {
        self.open_at(&format!("{}{rest}", self.page)).await;
    }

    /// Opens the page at another address, and waits until it reacts.
    pub async fn open_at(&self, address: &str) {
        self.client.goto(address).await.expect("the page can be opened");
        self.until_ready().await;
    }

    /// Waits until the page in the window or in the entered frame reacts.
    pub async fn until_ready(&self) {
        let is_ready = "return document.documentElement.hasAttribute('data-ready')";
        self.until("the page is ready", async || self.run(is_ready).await == true)
            .await;
    }

    /// Follows a link from another page, so that more than the fragment of the open page changes.
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

    /// Sends a command of the `DevTools` protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.raw(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
    }

    /// Sets the width of the window and the colour scheme of the system.
    pub async fn look(&self, width: u32, theme: &str) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Makes requests for these addresses fail from now on, and only these.
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

    /// The warnings and errors on the console since the last call.
    pub async fn console(&self) -> Vec<String> {
        let complaints = self.log().await.into_iter();
        complaints
            .filter(|(level, _)| level == "SEVERE" || level == "WARNING")
            .map(|(_, message)| message)
            .collect()
    }

    /// All entries of the console since the last call: levels and messages.
    pub async fn log(&self) -> Vec<(String, String)> {
        let log = self.raw("se/log", json!({ "type": "browser" })).await;
        let text = |entry: &Value, member: &str| entry[member].as_str().unwrap_or_default().to_owned();
        let entries = log.as_array().into_iter().flatten();
        entries
            .map(|entry| (text(entry, "level"), text(entry, "message")))
            .collect()
    }

    /// Every requested address since the last call, except `blob:` and `data:`.
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

    /// Waits until a condition holds.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let start = Instant::now();
        let mut looks = 0;
        while !holds().await {
            looks += 1;
            if looks > LOOKS && start.elapsed() > PATIENCE {
                let seen = self.run(SEEN).await;
                panic!("it does not come about that {what}; {looks} looks; the page: {seen}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
