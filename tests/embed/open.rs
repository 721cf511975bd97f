//! Opens pages that embed the configurator, and notes what the element tells them.

use crate::driver::Tab;
use crate::host::{self, HostPage};
use serde_json::Value;

/// A page around the elements. `EMBED` becomes the address of embed.js, and `SITE` that of the configurator.
pub fn page(tab: &Tab, path: &'static str, head: &str, body: &str) -> HostPage {
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>{head}</head><body>{body}</body></html>"
    );
    HostPage {
        path,
        policy: None,
        text: with_addresses(tab, &text),
    }
}

fn with_addresses(tab: &Tab, text: &str) -> String {
    text.replace("EMBED", &format!("{}embed.js", tab.page))
        .replace("SITE", &tab.page)
}

pub const SCRIPT: &str = "<script src=\"EMBED\" defer></script>";

/// Opens a page of another origin with these elements in it.
pub async fn open(tab: &Tab, body: &str) -> String {
    open_with(tab, SCRIPT, body).await
}

pub async fn open_with(tab: &Tab, head: &str, body: &str) -> String {
    open_pages(tab, vec![page(tab, "/", head, body)]).await
}

/// Serves pages and opens the first. Returns the host's address.
pub async fn open_pages(tab: &Tab, pages: Vec<HostPage>) -> String {
    let host = format!("http://127.0.0.1:{}", host::serve(pages));
    tab.client.goto(&host).await.expect("the host can be opened");
    host
}

/// Records the element's events in `window.told`.
pub const LISTEN: &str = "window.told = [];
    for (const type of ['change', 'copy', 'download', 'message', 'size', 'ready', 'theme']) {
        document.querySelector('ecs-delegate-configurator').addEventListener(type, e => told.push([type, e.detail])); }";

pub async fn told(tab: &Tab) -> Vec<(String, Value)> {
    serde_json::from_value(tab.run("return window.told").await).expect("pairs")
}
