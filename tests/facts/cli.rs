//! The table of the AWS CLI's versions agrees with the members that two installed ones know.

use crate::common::cli::Cli;
use crate::common::{judges, programs};
use configurator::facts::aws_cli::{Document, MEMBERS, Member, Version};
use serde_json::Value;
use std::path::Path;

/// Where Debian's package has the data of its own botocore.
const DATA_OF_V2: &str = "/usr/lib/python3/dist-packages/awscli/botocore/data";

/// The members that a CLI knows, per operation.
fn known(data: Option<&str>) -> Value {
    let mut command = programs::command("python3");
    command
        .arg(programs::root().join("tests/facts/cli_members.py"))
        .args(data);
    let output = programs::run(&mut command);
    assert!(output.status.success(), "{}", programs::said(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn version(text: &str) -> Version {
    let mut parts = text.split('.').map(|part| part.parse().expect("a number"));
    let mut part = || parts.next().expect("three numbers");
    Version(part(), part(), part())
}

fn has(known: &Value, operation: &str, path: &str) -> bool {
    let members = known[operation].as_array().expect("a list");
    members.iter().any(|member| member == path)
}

/// The operations that have the members of a document.
fn operations(document: Document) -> &'static [&'static str] {
    match document {
        Document::TaskDefinition => &["RegisterTaskDefinition"],
        Document::Service => &["CreateService", "UpdateService"],
        Document::ServiceUpdate => &["UpdateService"],
    }
}

/// The row of a member, or of one around it.
fn row(operation: &str, path: &str, unknown_to: impl Fn(&Member) -> bool) -> bool {
    MEMBERS.iter().any(|member| {
        let is_around = path
            .strip_prefix(member.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        is_around && operations(member.document).contains(&operation) && unknown_to(member)
    })
}

/// Whether the page does not offer the member, so that no file has it.
fn is_not_offered(operation: &str, path: &str) -> bool {
    let members = include_str!("not_offered.txt").lines();
    let mut members = members.filter_map(|line| line.split('\t').next()?.split_once(' '));
    members.any(|(other, member)| {
        let rest = path.strip_prefix(member);
        other == operation && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// The newest botocore has every member of the table.
#[test]
fn every_row_is_a_member_that_version_1_knows() {
    let newest = known(None);
    let installed = version(&Cli::V1.version());
    for member in MEMBERS {
        for operation in operations(member.document) {
            assert!(has(&newest, operation, member.path), "{operation} {member:?}");
        }
        assert!(member.v1 <= installed, "{member:?}");
    }
}

/// Debian's version 2 knows a member if the table says so. It has a row for each one that this version does not know.
#[test]
fn an_older_version_2_knows_what_the_table_says() {
    if !judges::is_available("the data of Debian's AWS CLI v2", Path::new(DATA_OF_V2).exists()) {
        return;
    }
    let (newest, older) = (known(None), known(Some(DATA_OF_V2)));
    let installed = version(&Cli::V2.version());
    for member in MEMBERS {
        for operation in operations(member.document) {
            let is_known = has(&older, operation, member.path);
            let says = member.v2 <= installed && !row(operation, member.path, |row| row.v2 > installed);
            assert_eq!(is_known, says, "{operation} {member:?}");
        }
    }
    let mut lacking = 0;
    for (operation, members) in newest.as_object().expect("an object") {
        for path in members
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str)
        {
            if !has(&older, operation, path) && !is_not_offered(operation, path) {
                lacking += 1;
                assert!(
                    row(operation, path, |row| row.v2 > installed),
                    "{operation}: the AWS CLI {installed} does not know {path}, and src/facts/aws_cli.rs has no row"
                );
            }
        }
    }
    assert!(lacking > 0, "the older CLI knows everything");
}
