//! Pages that embed the configurator, on a separate port and so of another origin.

use crate::driver::server::{self, Answer};
use crate::driver::site;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A page with its path, its text and, if it has one, its Content-Security-Policy.
pub struct HostPage {
    pub path: &'static str,
    pub policy: Option<String>,
    pub text: String,
}

/// Serves pages. Returns the port.
pub fn serve(pages: Vec<HostPage>) -> u16 {
    server::serve(move |path| {
        Some(match pages.iter().find(|page| page.path == path) {
            Some(page) if path.contains(".js") => Answer::script(&page.text),
            Some(page) => Answer::page(&page.text, page.policy.as_deref()),
            // Browsers request it by themselves.
            None if path == "/favicon.ico" => Answer::empty(),
            None => Answer::missing(),
        })
    })
}

/// Serves the site without its program until the flag is set. Returns the port and the flag.
#[allow(dead_code)] // Only some tests use it.
pub fn withheld() -> (u16, Arc<AtomicBool>) {
    let is_released = Arc::new(AtomicBool::new(false));
    let (site, gate) = (site(), Arc::clone(&is_released));
    let port = server::serve(move |path| {
        while path.contains("/page-") && path.contains(".wasm") && !gate.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(Answer::file(&site, 0, path))
    });
    (port, is_released)
}
