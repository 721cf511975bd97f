//! The reference of the rules as a page of the built site: every finding links to its entry.

mod common;

use common::programs;
use configurator::finding::Entry;
use configurator::notices::NOTICES;
use configurator::rules::RULES;
use std::collections::BTreeSet;

/// The page that `scripts/reference.mjs` writes now.
fn made() -> String {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let script = programs::root().join("scripts/reference.mjs");
    let output = programs::command("node")
        .arg(script)
        .arg(directory.path())
        .env_remove("TRUNK_STAGING_DIR")
        .output()
        .expect("node starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    std::fs::read_to_string(directory.path().join("rules.html")).expect("the page is written")
}

fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let pieces = page.split(start.as_str()).skip(1);
    pieces.filter_map(|piece| piece.split('"').next()).collect()
}

#[test]
fn every_rule_has_an_anchor_and_every_link_a_goal() {
    let page = made();
    let ids = attributes(&page, "id");
    let anchors: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(anchors.len(), ids.len(), "an anchor twice");
    let rules = RULES.iter().map(|rule| rule as &dyn Entry);
    let notices = NOTICES.iter().map(|notice| *notice as &dyn Entry);
    for entry in rules.chain(notices) {
        assert!(anchors.contains(entry.id()), "{} has no anchor", entry.id());
    }
    for address in attributes(&page, "href") {
        let is_there = match address.strip_prefix('#') {
            Some(anchor) => anchors.contains(anchor),
            // The page contains its icon.
            None => address == "./" || address.starts_with("data:image/") || address.starts_with("https://"),
        };
        assert!(is_there, "{address} leads nowhere");
    }
    let body = page.split("<body>").nth(1).expect("a body");
    for mark in ["**", "](", "&amp;lt;", "<!--"] {
        assert!(!body.contains(mark), "{mark} was not read");
    }
}

#[test]
fn the_page_of_the_site_is_current() {
    let built = programs::root().join("dist/rules.html");
    let built = std::fs::read_to_string(built).expect("the site is built: `make build` does it");
    assert!(
        built == made(),
        "dist/rules.html is not what docs/rules.md says: run `make build`"
    );
}
