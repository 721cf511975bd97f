//! The command `generate` reads parameters from standard input and writes files and a report. If it cannot, it exits
//! with 2 and a sentence.

mod common;
#[path = "secrets/leaks.rs"]
mod leaks;

use common::{FARGATE, Outcome};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn generate(arguments: &[&str], query: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_generate"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("generate starts");
    // The command may end without reading it.
    let _ = child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(query.as_bytes());
    child.wait_with_output().expect("it comes to an end")
}

fn path(directory: &Path) -> &str {
    directory.to_str().expect("a temporary path is UTF-8")
}

#[test]
fn it_writes_the_files_of_the_page_and_reports() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let below = directory.path().join("new/below");
    let query = format!("?{FARGATE}&image=harness/delegate:26.04.85000&subnets=&nonsense=1\r\n");
    let expected = Outcome::of(query.trim().trim_start_matches('?'));
    for arguments in [
        vec!["--today", "2026-11-24", path(&below)],
        vec!["--today=2026-11-24", "--out", path(&below)],
        vec!["--out=", "--today=2026-11-24", path(&below)],
    ] {
        let output = generate(&arguments, &query);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
        for file in &expected.files {
            assert_eq!(
                std::fs::read_to_string(below.join(file.name)).expect("it is there"),
                file.text
            );
        }
        assert_eq!(report["files"], Value::from(expected.names()));
        assert_eq!(report["missing"], Value::from(expected.missing()));
        let rules: Vec<&str> = expected.findings.iter().map(|finding| finding.rule).collect();
        let reported = report["findings"].as_array().expect("a list");
        assert_eq!(
            reported
                .iter()
                .map(|f| f["rule"].as_str().unwrap_or_default())
                .collect::<Vec<_>>(),
            rules
        );
        assert!(
            rules.contains(&"image-expired") && rules.contains(&"unknown-key"),
            "{rules:?}"
        );
        assert!(report["link"].as_str().expect("a text").starts_with("v=1&"));
        std::fs::remove_dir_all(&below).expect("it can be removed");
    }
}

#[test]
fn it_reads_what_the_import_box_reads() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (text, out) = (directory.path().join("run.txt"), directory.path().join("out"));
    let command = "docker run --net=host -e DELEGATE_NAME=blue -e DELEGATE_TOKEN=not-a-real-token harness/delegate:26.10.87203";
    std::fs::write(&text, command).expect("a file");
    let output = generate(
        &["--import", path(&text), path(&out)],
        "region=us-west-2&delegate_name=green",
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    // What the query says wins.
    assert!(
        report["link"]
            .as_str()
            .is_some_and(|link| link.contains("delegate_name=green") && link.contains("image="))
    );
    let said = report["imported"].to_string();
    assert!(
        said.contains("--net host") && said.contains("The token") && !said.contains("not-a-real"),
        "{said}"
    );
    std::fs::write(&text, "docker run nginx").expect("a file");
    let output = generate(&["--import", path(&text), path(&out)], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no image of a delegate"));
}

#[test]
fn it_prints_what_to_do() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let query = "way=cloudformation&delegate_name=build-blue&region=us-west-2";
    let output = generate(&["--today", "2026-11-24", path(directory.path())], query);
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let steps = report["steps"].as_array().expect("a list");
    let stages: Vec<&str> = steps.iter().filter_map(|step| step["stage"].as_str()).collect();
    let order = |stage: &&str| {
        ["prepare", "run", "later"]
            .iter()
            .position(|other| other == stage)
    };
    assert!(stages.is_sorted_by_key(order), "{stages:?}");
    for step in steps {
        assert_eq!(step["file"], "template.yaml");
        assert!(
            step["sentence"]
                .as_str()
                .is_some_and(|sentence| sentence.ends_with('.')),
            "{step}"
        );
        assert!(step["command"].is_string() || step["command"].is_null(), "{step}");
    }
    let deploy = steps
        .iter()
        .find(|step| step["sentence"] == "Create or update the stack.")
        .expect("it is the main step");
    let command = deploy["command"].as_str().expect("it has a command");
    assert!(command.contains("--region us-west-2") && command.contains("--stack-name build-blue"));
    let needs = deploy["needs"].as_array().expect("a list");
    assert!(needs.contains(&json!({ "file": "template.yaml" })), "{needs:?}");
    let token = needs.iter().find(|need| need["variable"] == "DELEGATE_TOKEN");
    assert_eq!(token.expect("it is a parameter")["secret"], true);
}

#[test]
fn the_day_is_todays_unless_it_is_given() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let of_day = |arguments: &[&str]| {
        let output = generate(
            &[arguments, &[path(directory.path())]].concat(),
            "image=harness/delegate:99.01.00000",
        );
        String::from_utf8(output.stdout)
            .expect("the report is text")
            .contains("image-expired")
    };
    assert!(!of_day(&[]) && !of_day(&["--today", "2026-01-01"]) && of_day(&["--today", "2100-01-01"]));
    let of_old = generate(&[path(directory.path())], "image=harness/delegate:22.12.77802");
    assert!(String::from_utf8_lossy(&of_old.stdout).contains("image-expired"));
}

#[test]
fn what_it_cannot_do_it_says() {
    for (arguments, said) in [
        (&[][..], "usage: generate"),
        (&["--today", "yesterday", "x"], "YYYY-MM-DD, not `yesterday`"),
        (&["--nonsense"], "there is no option `--nonsense`"),
        (&["/dev/null/x"], "/dev/null/x"),
    ] {
        let output = generate(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains(said),
            "{output:?}"
        );
        assert!(output.stdout.is_empty());
    }
    for help in ["--help", "-h"] {
        let output = generate(&[help], "");
        assert!(
            output.status.success() && String::from_utf8_lossy(&output.stdout).contains("usage: generate")
        );
    }
}

#[test]
fn the_report_holds_no_secret() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let more = [
        ("token", "not-a-real-token-notreal"),
        ("proxy_password", "not-a-real-password-notreal"),
    ];
    for (key, text) in leaks::LEAKS.iter().chain(&more) {
        for rest in [
            "",
            "way=script",
            "start=docs",
            "way=cloudformation",
            "way=terraform",
        ] {
            let query = form_urlencoded::Serializer::new(format!("{FARGATE}&{rest}"))
                .append_pair("proxy_host", "p")
                .append_pair("token_source", "plain")
                .append_pair(key, text)
                .finish();
            let output = generate(&["--today=2026-11-26", path(directory.path())], &query);
            let report = String::from_utf8(output.stdout).expect("the report is UTF-8");
            let secrets = leaks::secrets_of(text);
            assert!(!secrets.is_empty(), "{text}");
            for secret in secrets {
                let line = report.lines().find(|line| line.contains(secret));
                assert_eq!(line, None, "{key}: {text} ({rest})");
            }
        }
    }
}
