//! Takes pictures of every state of the built page, in `dist/`, at the sizes of a laptop and of a phone, and writes them
//! to `target/pictures/NAME-WIDTHxHEIGHT[-dark][-whole].png`. Some of them stand in the documentation. `make pictures` runs it, and
//! `make pictures PICTURES=menu` takes only the pictures whose names contain `menu`. It fails if a picture is blank, if
//! a state does not come about, or if the console complains.

mod common;
#[allow(dead_code)] // Each test uses only some of it.
#[path = "browser/driver.rs"]
mod driver;
#[path = "embed/example.rs"]
mod example;
#[allow(dead_code)]
#[path = "embed/frames.rs"]
mod frames;
#[path = "embed/host.rs"]
mod host;
#[allow(dead_code)]
#[path = "embed/open.rs"]
mod open;
#[path = "pictures/states.rs"]
mod states;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::programs;
use driver::engine::chromium;
use driver::{Tab, in_browser};
use fantoccini::Locator;
use serde_json::{Value, json};
use states::{Kind, Size, State, Step};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

/// A picture without content is smaller than this, in bytes.
const BLANK: usize = 8 * 1024;

/// The pictures that the documentation shows, each with its file in `docs/`: the README's, and those of embedding.md.
const OF_DOCS: &[(&str, &str)] = &[
    ("three-missing-1280x800", "screenshot.png"),
    ("example-1280x800", "embedding.png"),
    ("example-files-1280x800-dark", "embedding-dark.png"),
    ("example-files-390x844", "embedding-phone.png"),
];

/// Runs before the page's own scripts: the day is the day of the tests, so that no image in the pictures is too old.
const DAY: &str = "{ const Real = Date, day = Real.UTC(2026, 10, 24, 12);
    globalThis.Date = class extends Real { constructor(...all) { if (all.length) super(...all); else super(day); }
        static now() { return day; } } }";

/// A page of documentation with a column of 671 px, or narrower on a phone. It is light or dark as the system is.
const HOST_STYLE: &str = "<meta name=viewport content=\"width=device-width\"><style>:root { color-scheme: light dark }
    body { margin: 0; font: 1rem/1.5 sans-serif } main { max-width: 671px; margin: 1rem auto; padding: 0 1rem }</style>";

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
    for state in states::all() {
        if !state.name.contains(&wanted) {
            continue;
        }
        println!("{}", state.name);
        let all_of_it = || in_browser(async |tab| take(tab, &state).await);
        // The pictures of the other states are still of use.
        if catch_unwind(AssertUnwindSafe(all_of_it)).is_err() {
            failed.push(state.name);
        }
    }
    println!("The pictures are in {}.", directory().display());
    assert!(failed.is_empty(), "not taken, for the reasons above: {failed:?}");
}

/// Takes the pictures of a state.
async fn take(tab: &Tab, state: &State) {
    chromium::devtools(
        tab,
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": DAY }),
    )
    .await;
    if state.kind == Kind::NoProgram {
        tab.site.block(&[".wasm"]);
        tab.may_complain.set(true);
    }
    if state.kind == Kind::NoScripts {
        chromium::devtools(
            tab,
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
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
    chromium::devtools(tab, "Emulation.setDeviceMetricsOverride", metrics).await;
    let mut features = vec![json!({ "name": "prefers-color-scheme", "value": theme })];
    if let Kind::Prefers(name, value) = state.kind {
        features.push(json!({ "name": name, "value": value }));
    }
    let media = if state.kind == Kind::Printed { "print" } else { "" };
    chromium::devtools(
        tab,
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
        Kind::Example(css) => fill_example(tab, css).await,
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
        tab.run("document.querySelector('[data-action=seen]')?.click()")
            .await;
    }
    for step in state.steps {
        carry_out(tab, *step).await;
    }
    if state.kind == Kind::Printed {
        // The media alone do not say to the page that it is printed.
        tab.run("dispatchEvent(new Event('beforeprint'))").await;
    }
    // The mouse lies over nothing.
    let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
    chromium::devtools(tab, "Input.dispatchMouseEvent", away).await;
    until_still(tab).await;
}

/// Opens the example, fills in its questions, and scrolls to an element.
async fn fill_example(tab: &Tab, css: &str) {
    let site = example::site(tab);
    tab.client.goto(&site).await.expect("the example can be opened");
    frames::enter(tab, 0).await;
    for (key, text) in [
        ("account_id", "6_vVHzo9Qeu9fXvj-AcQCb"),
        ("manager_url", "https://app.harness.io"),
        ("delegate_name", "build-blue"),
        ("image", "harness/delegate:26.10.87203"),
    ] {
        tab.fill(key, text).await;
        tab.leave().await;
    }
    frames::leave(tab).await;
    frames::assert_fits(tab, 1).await;
    let scroll = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
        scrollTo({ top: scrollY + top - 80, behavior: 'instant' })";
    tab.run_with(scroll, vec![json!(css)]).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
}

async fn carry_out(tab: &Tab, step: Step) {
    match step {
        Step::Type(key, text) => tab.fill(key, text).await,
        Step::Paste(key, text) => {
            tab.paste(&format!("[name={key}]"), text).await;
            tab.leave().await;
        }
        Step::Click(css) => {
            // Share copies.
            tab.permit_clipboard().await;
            tab.click(css).await;
        }
        Step::Unfold(css) => {
            let to_it = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
            tab.run_with(to_it, vec![json!(css)]).await;
            let summary = tab.client.find(Locator::Css(css)).await.expect("it is there");
            summary.click().await.expect("it can be clicked");
        }
        Step::Status(text) => {
            let says = "return document.querySelector('.state').textContent === arguments[0]";
            tab.until(&format!("the status is {text}"), async || {
                tab.run_with(says, vec![json!(text)]).await == true
            })
            .await;
        }
        Step::Shows(css) => {
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
        let metrics = chromium::devtools(tab, "Page.getLayoutMetrics", json!({})).await;
        let whole = &metrics["cssContentSize"];
        // The picture has no scroll bar, so the page is as wide as the window.
        let width = tab.run("return innerWidth").await;
        how["clip"] = json!({ "x": 0, "y": 0, "width": width, "height": whole["height"], "scale": 1 });
    }
    let answer = chromium::devtools(tab, "Page.captureScreenshot", how).await;
    let picture = write(&format!("{name}.png"), &answer["data"]);
    if let Some((_, file)) = OF_DOCS.iter().find(|(own, _)| *own == name) {
        let file = programs::root().join("docs").join(file);
        std::fs::write(file, picture).expect("docs can be written");
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
