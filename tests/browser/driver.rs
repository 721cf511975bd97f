//! Serves the built page on a loopback port, and opens a browser with a fresh profile per test.

pub mod engine;
pub mod server;
mod tab;
pub mod user;

use crate::common::programs;
use engine::{Driver, Engine, chromium, firefox, webkit};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use server::Site;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use user::Preferences;

/// How long the page may take for anything, and how often a test looks before it gives up: a machine that stands still for a
/// while is no fault of the page.
const PATIENCE: Duration = Duration::from_secs(40);
const LOOKS: u32 = 100;

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

/// One browser with a fresh profile, and the site that it visits.
pub struct Tab {
    pub client: Client,
    /// The address of the page, without query and fragment.
    pub page: String,
    pub site: Site,
    /// Whether the test makes the browser complain on purpose.
    pub may_complain: Cell<bool>,
    engine: Engine,
    driver: Driver,
    /// What the user prefers now.
    preferences: RefCell<Preferences>,
    /// How much higher the window is than the page, where that matters.
    bars: u32,
}

/// Runs a test in a fresh browser and always closes it. Fails if the console has complaints.
pub fn in_browser(test: impl AsyncFnOnce(&Tab)) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let session = runtime.block_on(Tab::open());
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
    async fn open() -> Self {
        let engine = Engine::chosen();
        let driver = engine.start();
        let site = Site::serve(site());
        let capabilities = engine.capabilities(driver.home.path(), site.port);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap_or_else(|error| {
                panic!("{engine:?} does not start ({error}): `make test` installs what is missing")
            });
        let page = match single_file() {
            Some(file) => format!("file://{}", file.display()),
            None => format!("http://127.0.0.1:{}/docs/", site.port),
        };
        let mut tab = Self {
            client,
            page,
            site,
            may_complain: Cell::new(false),
            engine,
            driver,
            preferences: RefCell::default(),
            bars: 0,
        };
        match engine {
            Engine::Chromium => chromium::allow_downloads(&tab).await,
            Engine::Gecko => tab.resize(1280, 900).await,
            Engine::WebKit => tab.bars = webkit::measure(&tab).await,
        }
        tab
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
        let is_ready = "return !!document.documentElement?.hasAttribute('data-ready')";
        // While a page replaces another, there is none to ask.
        self.until("the page is ready", async || {
            self.client
                .execute(is_ready, vec![])
                .await
                .is_ok_and(|is| is == true)
        })
        .await;
        if self.engine == Engine::WebKit {
            self.run(webkit::WATCH).await;
        }
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

    /// The warnings and errors on the console since the last call.
    pub async fn console(&self) -> Vec<String> {
        let complaints = self.log().await.into_iter();
        complaints
            .filter(|(is_complaint, _)| *is_complaint)
            .map(|(_, message)| message)
            .collect()
    }

    /// All entries of the console since the last call: whether each is a complaint, and its text.
    pub async fn log(&self) -> Vec<(bool, String)> {
        match self.engine {
            Engine::Chromium => chromium::log(self).await,
            Engine::Gecko => firefox::log(self).await,
            Engine::WebKit => webkit::log(self).await,
        }
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
