//! Firefox with `geckodriver`. Where that has no command, a script of the browser itself does what its developer tools do.

use super::{Driver, home, started};
use crate::common::programs;
use crate::driver::Tab;
use crate::driver::user::Preferences;
use serde_json::{Value, json};
use std::path::Path;

pub fn start() -> Driver {
    let home = home();
    let mut command = programs::command("geckodriver");
    command
        .args(["--port=0", "--allow-system-access", "--profile-root"])
        .arg(home.path())
        // Otherwise a release asks for its settings however they are set.
        .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1")
        .stderr(std::process::Stdio::null());
    let port_in = |line: &str| line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok();
    let (driver, port) = started(&mut command, port_in);
    Driver {
        port,
        display: None,
        processes: vec![driver],
        home,
    }
}

pub fn capabilities(home: &Path, proxy: u16) -> Value {
    json!({
        "browserName": "firefox",
        "proxy": { "proxyType": "manual", "httpProxy": format!("127.0.0.1:{proxy}"), "sslProxy": format!("127.0.0.1:{proxy}") },
        "moz:firefoxOptions": {
            "args": ["-headless", "-width", "1280", "-height", "990"],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": home.join("downloads"),
                "browser.download.alwaysOpenPanel": false,
                // What the browser asks for by itself.
                "browser.safebrowsing.downloads.enabled": false,
                "browser.search.update": false,
                "extensions.getAddons.cache.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "services.settings.server": "data:,",
                "messaging-system.rsexperimentloader.enabled": false,
            },
        },
    })
}

/// Runs a script in the browser's own window, where `page` is the tab and `context` its browsing context.
async fn in_browser_window(tab: &Tab, script: &str, arguments: Vec<Value>) -> Value {
    tab.raw("moz/context", json!({ "context": "chrome" })).await;
    let script = format!("const page = gBrowser.selectedBrowser, context = page.browsingContext; {script}");
    let value = tab.run_with(&script, arguments).await;
    tab.raw("moz/context", json!({ "context": "content" })).await;
    value
}

/// As its responsive design mode does; a window can not be narrower than 500 px.
pub async fn resize(tab: &Tab, width: u32, height: u32) {
    let set = "for (const side of ['width', 'height']) for (const bound of ['', 'min-', 'max-'])
        page.style.setProperty(bound + side, `${arguments[side === 'width' ? 0 : 1]}px`)";
    in_browser_window(tab, set, vec![json!(width), json!(height)]).await;
}

pub async fn prefer(tab: &Tab, preferences: &Preferences) {
    let set = "const [theme, forced, motion, print] = arguments;
        context.prefersColorSchemeOverride = theme; context.forcedColorsOverride = forced ? 'active' : 'none';
        context.prefersReducedMotionOverride = motion ? 'reduce' : 'no-preference'; context.mediumOverride = print ? 'print' : ''";
    let Preferences {
        theme,
        forced_colors,
        reduced_motion,
        print,
    } = preferences;
    let arguments = vec![
        json!(theme),
        json!(forced_colors),
        json!(reduced_motion),
        json!(print),
    ];
    in_browser_window(tab, set, arguments).await;
}

pub async fn clipboard(tab: &Tab) -> Value {
    let read = "const { clipboard } = Services, text = {};
        const held = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
        held.init(null); held.addDataFlavor('text/plain');
        clipboard.getData(held, clipboard.kGlobalClipboard, context.currentWindowContext);
        try { held.getTransferData('text/plain', text) } catch { return '' }
        return text.value.QueryInterface(Ci.nsISupportsString).data";
    in_browser_window(tab, read, vec![]).await
}

/// What Firefox says of pages that do nothing wrong: it stops the script of a page that is left; it lets every page write to
/// the clipboard that is clicked, so it knows no permission for it; frames of another site have a storage of their own; and a
/// test asks for sizes early.
const NO_COMPLAINTS: &[&str] = &[
    "Script terminated by timeout",
    "Feature Policy: Skipping unsupported feature name",
    "Partitioned cookie or storage access was provided",
    "Layout was forced before the page was fully loaded",
];

/// The entries of the console since the last call: whether each is a complaint, and its text.
pub async fn log(tab: &Tab) -> Vec<(bool, String)> {
    // The browser's own scripts write to the same console.
    let read = "const store = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
        const of_page = name => /^(https?|file|blob):/.test(name);
        const found = Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError && of_page(m.sourceName))
            .map(m => [!(m.flags & Ci.nsIScriptError.infoFlag), m.errorMessage])
            .concat(store.getEvents().filter(e => of_page(e.filename)).map(e => [/warn|error|assert/.test(e.level), Array.from(e.arguments).join(' ')]));
        Services.console.reset(); store.clearEvents(); return found";
    let log = in_browser_window(tab, read, vec![]).await;
    let log: Vec<(bool, String)> = serde_json::from_value(log).expect("pairs");
    log.into_iter()
        .filter(|(_, text)| !NO_COMPLAINTS.iter().any(|start| text.starts_with(start)))
        .collect()
}
