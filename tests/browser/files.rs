//! The files of a link, and whether the page shows them.

use crate::common::Outcome;
use crate::driver::Tab;
use serde_json::Value;
use std::io::Write as _;
use std::process::Stdio;
use std::time::Duration;

/// The files that the library makes from a link.
pub fn files(query: &str) -> Vec<(String, String)> {
    let files = Outcome::of(query).files.into_iter();
    files.map(|file| (file.name.to_owned(), file.text)).collect()
}

/// The files that the command `generate` writes for a link.
pub fn generated(query: &str) -> Vec<(String, String)> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut generate = std::process::Command::new(env!("CARGO_BIN_EXE_generate"))
        .args(["--today", "2026-11-24"])
        .arg(directory.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("generate starts");
    generate
        .stdin
        .take()
        .expect("it is piped")
        .write_all(query.as_bytes())
        .expect("it reads");
    let output = generate.wait_with_output().expect("it ends");
    let report: Value = serde_json::from_slice(&output.stdout).expect("it reports in JSON");
    let names = report["files"].as_array().expect("a list").iter();
    names
        .map(|name| {
            let name = name.as_str().expect("a text").to_owned();
            let text = std::fs::read_to_string(directory.path().join(&name)).expect("the file is there");
            (name, text)
        })
        .collect()
}

pub async fn assert_shows(tab: &Tab, expected: &[(String, String)]) {
    tab.until("the panes show the files", async || {
        tab.panes().await.len() == expected.len()
    })
    .await;
    let same = async || tab.panes().await == expected;
    for _ in 0..40 {
        if same().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for (shown, expected) in tab.panes().await.iter().zip(expected) {
        assert_eq!(
            shown, expected,
            "the pane and the file differ (if the sources changed since, run `make build`)"
        );
    }
}
