//! The built Docusaurus site of `examples/docusaurus`.

use crate::common::programs;
use crate::driver::Tab;
use crate::driver::server::{Answer, serve};

/// Serves the site, for the configurator that the test serves. Returns its address.
pub fn site(tab: &Tab) -> String {
    let site = programs::root().join("examples/docusaurus/build");
    assert!(
        site.join("index.html").is_file(),
        "The built example is missing: run `make test-embed`, which builds it."
    );
    let configurator = tab.page.clone();
    let port = serve(move |path| {
        let path = if path == "/plain" {
            "/plain/index.html"
        } else {
            path
        };
        Some(Answer::file(&site, 0, path).readdressed("http://configurator.localhost/docs/", &configurator))
    });
    format!("http://127.0.0.1:{port}/")
}
