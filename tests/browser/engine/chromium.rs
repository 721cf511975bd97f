//! Chromium with `chromedriver`, and the `DevTools` protocol where the driver has no command.

use super::{Driver, home, started};
use crate::common::programs;
use crate::driver::Tab;
use crate::driver::user::Preferences;
use serde_json::{Value, json};
use std::path::Path;

pub fn start() -> Driver {
    let port_in = |line: &str| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    };
    let (driver, port) = started(programs::command("chromedriver").arg("--port=0"), port_in);
    Driver {
        port,
        display: None,
        processes: vec![driver],
        home: home(),
    }
}

pub fn capabilities(home: &Path, proxy: u16) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-features=NetworkTimeServiceQuerying",
                "--no-first-run",
                "--window-size=1280,900",
                format!("--proxy-server=http://127.0.0.1:{proxy}"),
            ],
            "prefs": {
                "download.default_directory": home.join("downloads"),
                "download.prompt_for_download": false,
            },
        },
    })
}

/// Sends a command of the `DevTools` protocol.
pub async fn devtools(tab: &Tab, command: &str, parameters: Value) -> Value {
    tab.raw(
        "goog/cdp/execute",
        json!({ "cmd": command, "params": parameters }),
    )
    .await
}

/// Without this, a headless browser refuses the second download of a page.
pub async fn allow_downloads(tab: &Tab) {
    let how = json!({ "behavior": "allow", "downloadPath": tab.downloads() });
    devtools(tab, "Browser.setDownloadBehavior", how).await;
}

pub async fn resize(tab: &Tab, width: u32, height: u32) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700 && height > width });
    devtools(tab, "Emulation.setDeviceMetricsOverride", metrics).await;
}

pub async fn prefer(tab: &Tab, preferences: &Preferences) {
    let forced = if preferences.forced_colors {
        "active"
    } else {
        "none"
    };
    let motion = if preferences.reduced_motion {
        "reduce"
    } else {
        "no-preference"
    };
    let features = json!({ "media": if preferences.print { "print" } else { "" }, "features": [
        { "name": "prefers-color-scheme", "value": preferences.theme },
        { "name": "forced-colors", "value": forced },
        { "name": "prefers-reduced-motion", "value": motion },
    ]});
    devtools(tab, "Emulation.setEmulatedMedia", features).await;
}

pub async fn permit_clipboard(tab: &Tab, state: &str) {
    for name in ["clipboard-write", "clipboard-read"] {
        let permission = json!({ "descriptor": { "name": name }, "state": state });
        tab.raw("permissions", permission).await;
    }
}

pub async fn clipboard(tab: &Tab) -> Value {
    let read = "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('no: ' + e))";
    let text = tab.client.execute_async(read, vec![]).await;
    text.expect("the clipboard can be read")
}

/// The entries of the console since the last call: whether each is a complaint, and its text.
pub async fn log(tab: &Tab) -> Vec<(bool, String)> {
    let log = tab.raw("se/log", json!({ "type": "browser" })).await;
    let text = |entry: &Value, member: &str| entry[member].as_str().unwrap_or_default().to_owned();
    let entries = log.as_array().into_iter().flatten();
    entries
        .map(|entry| {
            let is_complaint = ["SEVERE", "WARNING"].contains(&entry["level"].as_str().unwrap_or_default());
            (is_complaint, text(entry, "message"))
        })
        .collect()
}
