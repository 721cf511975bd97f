//! Pages that embed the configurator, on a separate port and so of another origin.

use crate::driver::server::{self, Answer};

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
