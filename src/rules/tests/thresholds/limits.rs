//! Limits of lists, documents and tokens; the test computes the values.

use super::{findings, form};

fn fired(parameters: &str, rule: &str) -> bool {
    findings(&form(parameters))
        .iter()
        .any(|finding| finding.rule == rule)
}

#[test]
fn lists_have_their_lengths() {
    let subnets = |count: u32| {
        let all: Vec<String> = (0..count).map(|at| format!("subnet-{at:08x}")).collect();
        fired(&format!("subnets={}", all.join(",")), "subnet-count")
    };
    assert!(!subnets(16) && subnets(17));
    let tags = |count: u32| {
        let all: Vec<String> = (0..count).map(|at| format!("tags=k{at}=v")).collect();
        fired(&all.join("&"), "tags-invalid")
    };
    assert!(!tags(50) && tags(51));
    // The script adds two tags, and a third one if it creates a secret.
    let script = |more: &str, count: u32| {
        let all: Vec<String> = (0..count).map(|at| format!("tags=k{at}=v")).collect();
        fired(&format!("way=script&{more}&{}", all.join("&")), "tags-invalid")
    };
    assert!(!script("", 48) && script("", 49));
    let created = "token_secret_arn=";
    assert!(!script(created, 47) && script(created, 48));
}

#[test]
fn a_task_definition_has_65536_bytes_at_most() {
    let bytes = |length: usize| {
        let (config, _) = crate::read(&form(&format!("init_script={{{length}}}")));
        let document = crate::build(&config).task_definition;
        crate::document::json::compact(&document).text().len()
    };
    let rest = 65536 - bytes(0);
    assert_eq!(bytes(rest), 65536);
    assert!(!fired(&format!("init_script={{{rest}}}"), "task-def-too-large"));
    assert!(fired(
        &format!("init_script={{{}}}", rest + 1),
        "task-def-too-large"
    ));
    assert!(!fired(
        &format!("init_script={{{}}}", rest + 1),
        "task-def-too-large-hint"
    ));
    let hint = 60000 - bytes(0);
    assert!(!fired(
        &format!("init_script={{{hint}}}"),
        "task-def-too-large-hint"
    ));
    assert!(fired(
        &format!("init_script={{{}}}", hint + 1),
        "task-def-too-large-hint"
    ));
}

#[test]
fn a_token_is_as_harness_issues_it() {
    let is_odd = |token: &str| {
        let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        fired(&format!("token_source=plain&token={token}"), "token-format")
    };
    let body = |length: usize| {
        format!("+/{}", "aZ9".repeat(20))
            .chars()
            .take(length)
            .collect::<String>()
    };
    assert!(!is_odd(&format!("{}=", body(43))) && !is_odd(&"0aF9".repeat(8)));
    for token in [
        format!("{}=", body(42)),
        format!("{}=", body(44)),
        body(44),
        format!("{}-=", body(42)),
        "0".repeat(31),
        "0".repeat(33),
        "g".repeat(32),
    ] {
        assert!(is_odd(&token), "{token}");
    }
}
