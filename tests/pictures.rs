//! Takes pictures of every state of the built page, in `dist/`, at the sizes of a laptop and of a phone, and writes them
//! to `target/pictures/NAME-WIDTHxHEIGHT[-dark][-whole].png`. One of them is the README's. `make pictures` runs it, and
//! `make pictures PICTURES=menu` takes only the pictures whose names contain `menu`. It fails if a picture is blank, if
//! a state does not come about, or if the console complains.

mod common;
#[allow(dead_code)] // Each test uses only some of it.
#[path = "browser/driver.rs"]
mod driver;
#[allow(dead_code)]
#[path = "embed/frames.rs"]
mod frames;
#[path = "embed/host.rs"]
mod host;
#[allow(dead_code)]
#[path = "embed/open.rs"]
mod open;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{FARGATE, programs};
use driver::{Tab, in_browser};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

/// A picture without content is smaller than this, in bytes.
const BLANK: usize = 8 * 1024;

/// The picture that the README shows.
const OF_README: &str = "three-missing-1280x800";

/// A form that lacks the Region, the subnets and the security groups.
const THREE_MISSING: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&image=harness/delegate:26.10.87203";

/// What makes a complete form on Fargate one with five errors.
const FIVE_ERRORS: &str = "&delegate_name=Build_Blue&subnets=subnet-0a1b2c3d4e5f67890,vpc-0a1b2c3d\
    &security_groups=default&memory=3000&stop_timeout=200&container_port=65536";

/// Runs before the page's own scripts: the day is the day of the tests, so that no image in the pictures is too old.
const DAY: &str = "{ const Real = Date, day = Real.UTC(2026, 10, 24, 12);
    globalThis.Date = class extends Real { constructor(...all) { if (all.length) super(...all); else super(day); }
        static now() { return day; } } }";

/// A page of documentation with a column of 671 px, or narrower on a phone. It is light or dark as the system is.
const HOST_STYLE: &str = "<meta name=viewport content=\"width=device-width\"><style>:root { color-scheme: light dark }
    body { margin: 0; font: 1rem/1.5 sans-serif } main { max-width: 671px; margin: 1rem auto; padding: 0 1rem }</style>";

/// The size of a window in CSS pixels, and how many pixels of the picture one of them is.
#[derive(Clone, Copy)]
struct Size {
    width: u32,
    height: u32,
    scale: u32,
}

const fn size(width: u32, height: u32, scale: u32) -> Size {
    Size { width, height, scale }
}

/// A laptop with much of its height taken, a laptop, and a phone.
const SIZES: &[Size] = &[size(1280, 595, 1), size(1280, 800, 1), size(390, 844, 1)];
/// A window of 1280 × 900 at 400 %.
const ZOOMED: &[Size] = &[size(320, 225, 4)];
/// About the width of paper.
const PAPER: &[Size] = &[size(800, 1130, 1)];

/// What is particular about the browser or the place of the page.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Nothing. The user has seen what the link set.
    Plain,
    /// A link has just been followed.
    Link,
    /// The page is in a page of documentation, with these attributes.
    Framed(&'static str),
    /// The program does not arrive.
    NoProgram,
    /// The browser runs no scripts.
    NoScripts,
    /// The user has set a preference: its media feature and its value.
    Prefers(&'static str, &'static str),
    /// On paper.
    Printed,
}

/// What a user does, or waits for.
#[derive(Clone, Copy)]
enum Step {
    /// Types into a field, and stays in it.
    Type(&'static str, &'static str),
    /// Pastes into a field, and leaves it.
    Paste(&'static str, &'static str),
    Click(&'static str),
    /// Clicks a summary.
    Unfold(&'static str),
    /// The status says this.
    Status(&'static str),
    /// There is such an element.
    Shows(&'static str),
}
use Step::{Click, Paste, Shows, Status, Type, Unfold};

struct State {
    name: &'static str,
    /// The fragment of the address.
    form: String,
    steps: &'static [Step],
    kind: Kind,
    sizes: &'static [Size],
    /// Whether there are dark pictures too.
    is_dark: bool,
}

impl State {
    fn dark(self) -> Self {
        Self {
            is_dark: true,
            ..self
        }
    }

    fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    fn sizes(self, sizes: &'static [Size]) -> Self {
        Self { sizes, ..self }
    }
}

fn state(name: &'static str, form: impl Into<String>, steps: &'static [Step]) -> State {
    State {
        name,
        form: form.into(),
        steps,
        kind: Kind::Plain,
        sizes: SIZES,
        is_dark: false,
    }
}

/// The states of the form.
fn forms() -> Vec<State> {
    let five_errors = format!("{}{FIVE_ERRORS}", without(FARGATE, FIVE_ERRORS));
    let variables: String = (1..=200)
        .map(|n| format!("&env=VARIABLE_{n}=value-{n}"))
        .collect();
    vec![
        state("empty", "", &[]).dark(),
        state("typing", "", &[Type("account_id", "6_vVHzo9Qe")]),
        state("three-missing", THREE_MISSING, &[Status("3 to fill in")]).dark(),
        state("five-errors", &five_errors, &[Status("5 errors")]).dark(),
        state("ready", format!("way=script&{FARGATE}"), &[Status("Ready")]).dark(),
        state("empty-script", "", &[Click("[data-way=script]")]),
        state("empty-terraform", "", &[Click("[data-way=terraform]")]),
        state("empty-cloudformation", "", &[Click("[data-way=cloudformation]")]),
        state("start-docs", "start=docs", &[]).dark(),
        state(
            "fixed",
            format!("{FARGATE}&memory=3000"),
            &[Click("[data-fix=fargate-size-pair]"), Shows("[data-undo]")],
        ),
        state(
            "status-unfolded",
            &five_errors,
            &[Unfold(".tally > summary"), Shows("[data-action=fix-all]")],
        ),
        state(
            "share",
            THREE_MISSING,
            &[Click("[data-action=share]"), Shows("#share-link")],
        ),
        state("menu", THREE_MISSING, &[Unfold(".menu > summary")]),
        state("200-variables", format!("{FARGATE}{variables}"), &[]),
        state(
            "plain-token",
            format!("{}&token_source=plain", without(FARGATE, "token_secret_arn=")),
            &[Type("token", "not-a-real-token")],
        ),
        state(
            "pasted",
            "",
            &[
                Paste("delegate_name", "DELEGATE_NAME=docker-delegate"),
                Shows("[data-rule=pasted-text]"),
            ],
        ),
    ]
}

/// The states of what is around the form.
fn surroundings() -> Vec<State> {
    let limited = "start=docs launch-type=EC2 lock=\"launch-type way\" way=terraform \
        fields=\"launch-type way account-id manager-url delegate-name region image\"";
    vec![
        state("link", THREE_MISSING, &[Shows(".from-link-list")]).kind(Kind::Link),
        state("framed", "", &[]).kind(Kind::Framed("")).dark(),
        state("framed-fields-lock", "", &[])
            .kind(Kind::Framed(limited))
            .dark(),
        state("no-program", "", &[]).kind(Kind::NoProgram),
        state("no-scripts", "", &[]).kind(Kind::NoScripts),
        state("forced-colours", THREE_MISSING, &[]).kind(Kind::Prefers("forced-colors", "active")),
        state(
            "reduced-motion",
            THREE_MISSING,
            &[Type("delegate_name", "build-green")],
        )
        .kind(Kind::Prefers("prefers-reduced-motion", "reduce")),
        state("zoomed", "", &[]).sizes(ZOOMED),
        state("zoomed-three-missing", THREE_MISSING, &[]).sizes(ZOOMED),
        state("printed", format!("{THREE_MISSING}&stop_timeout=200"), &[])
            .kind(Kind::Printed)
            .sizes(PAPER),
    ]
}

/// The parameters whose keys are not among the others.
fn without(form: &str, others: &str) -> String {
    let keys: Vec<_> = others
        .split('&')
        .filter_map(|one| one.split('=').next())
        .collect();
    let kept = form
        .split('&')
        .filter(|one| one.split('=').next().is_none_or(|key| !keys.contains(&key)));
    kept.collect::<Vec<_>>().join("&")
}

fn directory() -> PathBuf {
    programs::root().join("target/pictures")
}

#[test]
#[ignore = "it takes pictures: `make pictures`"]
fn pictures() {
    let wanted = std::env::var("PICTURES").unwrap_or_default();
    if wanted.is_empty() {
        // Absent at the first run.
        let _ = std::fs::remove_dir_all(directory());
    }
    std::fs::create_dir_all(directory()).expect("target can be written");
    let mut failed = Vec::new();
    for state in forms().into_iter().chain(surroundings()) {
        if !state.name.contains(&wanted) {
            continue;
        }
        println!("{}", state.name);
        // The other pictures are still of use.
        if catch_unwind(AssertUnwindSafe(|| {
            in_browser(async |tab| take(tab, &state).await)
        }))
        .is_err()
        {
            failed.push(state.name);
        }
    }
    println!("The pictures are in {}.", directory().display());
    assert!(failed.is_empty(), "not taken, for the reasons above: {failed:?}");
}

/// Takes the pictures of a state.
async fn take(tab: &Tab, state: &State) {
    tab.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": DAY }))
        .await;
    if state.kind == Kind::NoProgram {
        tab.block(&["*.wasm"]).await;
        tab.may_complain.set(true);
    }
    if state.kind == Kind::NoScripts {
        tab.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await;
    }
    let themes: &[&str] = if state.is_dark {
        &["light", "dark"]
    } else {
        &["light"]
    };
    for theme in themes {
        for size in state.sizes {
            look(tab, state, *size, theme).await;
            bring_about(tab, state).await;
            let dark = if *theme == "dark" { "-dark" } else { "" };
            let name = format!("{}-{}x{}{dark}", state.name, size.width, size.height);
            let is_paper = state.kind == Kind::Printed;
            picture(tab, &name, is_paper).await;
            if matches!(state.kind, Kind::Framed(_)) && size.height > 600 {
                picture(tab, &format!("{name}-whole"), true).await;
            }
            if is_paper {
                let pdf = tab.raw("print", json!({ "background": true })).await;
                write("print.pdf", &pdf);
            }
        }
    }
}

/// Sets the size of the window and what the user prefers.
async fn look(tab: &Tab, state: &State, size: Size, theme: &str) {
    let metrics = json!({ "width": size.width, "height": size.height, "deviceScaleFactor": size.scale,
        "mobile": size.width < 700 && size.scale == 1 });
    tab.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    let mut features = vec![json!({ "name": "prefers-color-scheme", "value": theme })];
    if let Kind::Prefers(name, value) = state.kind {
        features.push(json!({ "name": name, "value": value }));
    }
    let media = if state.kind == Kind::Printed { "print" } else { "" };
    tab.devtools(
        "Emulation.setEmulatedMedia",
        json!({ "media": media, "features": features }),
    )
    .await;
}

/// Opens the page, carries the steps out, and waits until nothing moves.
async fn bring_about(tab: &Tab, state: &State) {
    tab.client.goto("about:blank").await.expect("a blank page");
    match state.kind {
        Kind::Framed(attributes) => {
            let body = format!(
                "<main><h1>Deploy a delegate to Amazon ECS</h1><p>Use the following steps to deploy a delegate to a \
                cluster of Amazon ECS. Fill in the form, and save the files.</p><ecs-delegate-configurator {attributes}>\
                </ecs-delegate-configurator><p>Then run the commands, and look for the delegate in Harness.</p></main>"
            );
            open::open_with(tab, &format!("{}{HOST_STYLE}", open::SCRIPT), &body).await;
            frames::enter(tab, 0).await;
            until_still(tab).await;
            frames::leave(tab).await;
            frames::assert_fits(tab, 0).await;
            tab.run("scrollTo(0, 0)").await;
        }
        Kind::NoProgram => {
            tab.client.goto(&tab.page).await.expect("it opens");
            tab.until("the page says that it stopped", async || {
                tab.run("return 'stopped' in document.documentElement.dataset")
                    .await
                    == true
            })
            .await;
        }
        Kind::NoScripts => tab.client.goto(&tab.page).await.expect("it opens"),
        _ if state.form.is_empty() => tab.visit("").await,
        _ => tab.visit(&format!("#{}", state.form)).await,
    }
    if state.kind != Kind::Link && !state.form.is_empty() {
        tab.run("document.querySelector('[data-action=seen]').click()")
            .await;
    }
    for step in state.steps {
        carry_out(tab, *step).await;
    }
    // The mouse lies over nothing.
    let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
    tab.devtools("Input.dispatchMouseEvent", away).await;
    until_still(tab).await;
}

async fn carry_out(tab: &Tab, step: Step) {
    match step {
        Type(key, text) => tab.fill(key, text).await,
        Paste(key, text) => {
            tab.paste(&format!("[name={key}]"), text).await;
            tab.leave().await;
        }
        Click(css) => {
            // Share copies.
            tab.permit("clipboard-write", "granted").await;
            tab.click(css).await;
        }
        Unfold(css) => {
            let to_it = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
            tab.run_with(to_it, vec![json!(css)]).await;
            let summary = tab.client.find(Locator::Css(css)).await.expect("it is there");
            summary.click().await.expect("it can be clicked");
        }
        Status(text) => {
            let says = "return document.querySelector('.state').textContent === arguments[0]";
            tab.until(&format!("the status is {text}"), async || {
                tab.run_with(says, vec![json!(text)]).await == true
            })
            .await;
        }
        Shows(css) => {
            tab.until(&format!("there is {css}"), async || {
                !tab.all(css).await.is_empty()
            })
            .await;
        }
    }
}

/// Waits until the page is as it was 300 ms ago and nothing moves.
async fn until_still(tab: &Tab) {
    let is_still = "const now = document.body.innerHTML, before = window.before;
        window.before = now;
        return now === before && document.getAnimations().length === 0 && document.fonts.status === 'loaded'";
    tab.until("the page is still", async || {
        tokio::time::sleep(Duration::from_millis(300)).await;
        tab.run(is_still).await == true
    })
    .await;
}

/// Takes one picture: of the window, or of the whole page.
async fn picture(tab: &Tab, name: &str, is_whole: bool) {
    let mut how = json!({ "format": "png", "captureBeyondViewport": is_whole });
    if is_whole {
        let metrics = tab.devtools("Page.getLayoutMetrics", json!({})).await;
        let whole = &metrics["cssContentSize"];
        how["clip"] =
            json!({ "x": 0, "y": 0, "width": whole["width"], "height": whole["height"], "scale": 1 });
    }
    let answer = tab.devtools("Page.captureScreenshot", how).await;
    let picture = write(&format!("{name}.png"), &answer["data"]);
    if name == OF_README {
        let readme = programs::root().join("docs/screenshot.png");
        std::fs::write(readme, picture).expect("docs can be written");
    }
}

/// Writes a file that came in Base64, and returns its content.
fn write(name: &str, base64: &Value) -> Vec<u8> {
    let bytes = STANDARD
        .decode(base64.as_str().unwrap_or_default())
        .expect("it is Base64");
    std::fs::write(directory().join(name), &bytes).expect("target can be written");
    assert!(bytes.len() > BLANK, "{name} is blank: {} bytes", bytes.len());
    bytes
}
