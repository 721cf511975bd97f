//! Writes templates and reads them back with a YAML parser.
#![allow(dead_code, reason = "each test crate uses its own part of it")]

use crate::formats::{Case, case, command, configurations, scratch};
use serde_json::{Map, Value};
use std::path::Path;

pub fn templates() -> Vec<Case> {
    let queries = configurations();
    queries
        .iter()
        .map(|query| case(&format!("{query}&way=cloudformation")))
        .collect()
}

pub fn write(directory: &Path, cases: &[Case]) {
    for (at, case) in cases.iter().enumerate() {
        std::fs::write(
            directory.join(format!("{at:03}.yaml")),
            case.file("template.yaml"),
        )
        .unwrap();
    }
}

/// Reads the templates with a YAML parser.
pub fn read(name: &str, cases: &[Case]) -> Vec<Value> {
    let directory = scratch(name);
    write(&directory, cases);
    let output = command("python3")
        .arg("tests/cloudformation/read.py")
        .arg(&directory)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let documents: Map<String, Value> = serde_json::from_slice(&output.stdout).unwrap();
    documents.into_iter().map(|(_, document)| document).collect()
}
