//! Reading forms, end to end.

use super::*;
use crate::fields;
use crate::link::{Secrets, parse};

fn config(query: &str) -> (Config, Vec<Finding>) {
    read(&parse(query, Secrets::Honour).0)
}

fn rules(findings: &[Finding]) -> Vec<(&str, &str)> {
    findings.iter().map(|f| (f.rule, f.field.as_ref())).collect()
}

#[test]
fn blank_and_unreadable_are_different_things() {
    let (config, findings) = config("cpu=lots&memory=");
    assert_eq!(
        (config.cpu.given.clone(), config.memory.given.clone()),
        (Given::Unreadable, Given::Blank)
    );
    assert_eq!(rules(&findings), [("unreadable-value", "cpu")]);
    assert_eq!(
        fields::missing(&config)
            .iter()
            .filter(|f| f.section == fields::Section::Size)
            .count(),
        1
    );
}

#[test]
fn a_bad_choice_or_flag_takes_the_default_and_says_so() {
    let (config, findings) = config("launch_type=fargate&circuit_breaker=ENABLED&logs=syslog");
    assert!(config.is_fargate() && config.circuit_breaker && config.has_logs());
    assert_eq!(
        rules(&findings),
        [
            ("unreadable-value", "launch_type"),
            ("unreadable-value", "circuit_breaker"),
            ("unreadable-value", "logs")
        ]
    );
    assert_eq!(findings[0].fix.as_ref().unwrap().edits[0].texts, ["FARGATE"]);
}

#[test]
fn rows_are_split_at_the_first_equals_sign() {
    let (config, findings) = config("env=A=b=c&env=&env=broken&env=%20B%20=%20two%20lines%0Ahere");
    assert_eq!(config.env.len(), 2);
    assert_eq!(
        (config.env[0].name.as_str(), config.env[0].value.as_str()),
        ("A", "b=c")
    );
    assert_eq!(
        (config.env[1].name.as_str(), config.env[1].value.as_str()),
        ("B", " two lines\nhere")
    );
    assert_eq!((config.env[1].index, findings[0].row), (3, Some(2)));
    assert_eq!(
        rules(&findings),
        [
            ("unreadable-value", "env"),
            ("cleaned-value", "env"),
            ("accidental-whitespace", "env")
        ]
    );
}

#[test]
fn derived_texts_follow_their_sources() {
    let (config, _) = config(
        "manager_url=https://app.harness.io/gratis/&delegate_name=o.brien&region=cn-north-1\
         &token_secret_arn=arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:x-a1B2c3",
    );
    assert_eq!(
        config.log_service_url.or(""),
        "https://app.harness.io/gratis/log-service/"
    );
    assert_eq!(config.service_name.or(""), "o-brien");
    assert_eq!(config.family.or(""), "o-brien-fargate");
    assert_eq!(config.log_group.or(""), "/ecs/o-brien");
    assert_eq!(
        config.execution_role_arn.or(""),
        "arn:aws-cn:iam::012345678901:role/o-brien-execution"
    );
    assert_eq!(config.container_memory.number(), Some(2048));
}

#[test]
fn a_missing_source_shows_its_placeholder_and_is_the_only_one_listed() {
    let (config, _) = config("start=docs");
    assert_eq!(config.log_service_url.or(""), "<LOG_STREAMING_SERVICE_URL>");
    assert_eq!(
        config.execution_role_arn.or(""),
        "arn:aws:iam::<AWS_ACCOUNT_ID>:role/ecsTaskExecutionRole"
    );
    let missing: Vec<_> = fields::missing(&config).iter().map(|field| field.key).collect();
    assert_eq!(
        missing,
        [
            "delegate_name",
            "account_id",
            "manager_url",
            "token",
            "region",
            "subnets",
            "security_groups",
            "cluster",
            "aws_account_id"
        ]
    );
}

#[test]
fn the_placeholder_of_a_start_is_missing_until_it_is_replaced() {
    let is_missing = |query: &str| fields::missing(&config(query).0).contains(&&fields::HOSTNAME);
    assert!(is_missing("start=docs&launch_type=EC2"));
    assert!(!is_missing("start=docs&launch_type=EC2&hostname="));
    assert!(!is_missing("start=docs&launch_type=EC2&hostname=a"));
}

#[test]
fn a_long_role_name_keeps_its_role() {
    assert_eq!(role_name(&"a".repeat(255), "execution").len(), 64);
    assert!(role_name(&"a".repeat(255), "task").ends_with("a-task"));
}

#[test]
fn a_number_that_is_too_large_says_so() {
    let findings = config("desired_count=2147483648&cpu=lots").1;
    let messages: Vec<&str> = findings.iter().map(|one| one.message.as_str()).collect();
    assert!(
        messages[0].contains("is not a whole number of CPU units")
            && messages[1].contains("at most 2147483647"),
        "{messages:?}"
    );
}
