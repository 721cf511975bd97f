//! Pages that embed the configurator, on a port of their own, which makes them another origin than it.

use crate::driver::server::{self, Answer};

/// A page: its path, its Content-Security-Policy if it has one, and its text.
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
            // What browsers ask for by themselves.
            None if path == "/favicon.ico" => Answer::empty(),
            None => Answer::missing(),
        })
    })
}
