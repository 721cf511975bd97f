//! Tests of reading whole forms.

use super::*;
use crate::config::Given;
use crate::fields;
use crate::link::{Secrets, parse};

fn config(query: &str) -> (Config, Vec<Finding>) {
    let (config, reading) = read(&parse(query, Secrets::Honour).0);
    (config, reading.findings)
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
            .filter(|f| fields::SIZE_SECTION.fields.contains(f))
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
        config.log_service_url.text().to_string(),
        "https://app.harness.io/gratis/log-service/"
    );
    assert_eq!(config.service_name.text().to_string(), "o-brien");
    assert_eq!(config.family.text().to_string(), "o-brien-fargate");
    assert_eq!(config.log_group.text().to_string(), "/ecs/o-brien");
    assert_eq!(
        config.execution_role_arn.text().to_string(),
        "arn:aws-cn:iam::012345678901:role/o-brien-execution"
    );
    assert_eq!(config.container_memory.number(), Some(2048));
}

#[test]
fn a_missing_source_shows_its_placeholder_and_is_the_only_one_listed() {
    let (config, _) = config("start=docs");
    assert_eq!(
        config.log_service_url.text().to_string(),
        "<LOG_STREAMING_SERVICE_URL>"
    );
    assert_eq!(
        config.execution_role_arn.text().to_string(),
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
            "cluster"
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
    let name = |role: &str| {
        let (config, _) = config(&format!("service_name={}", "a".repeat(255)));
        config.role_name(role).to_string()
    };
    assert_eq!(name("execution").len(), 64);
    assert!(name("task").ends_with("a-task"));
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

#[test]
fn a_list_is_split_at_commas_and_white_space() {
    let (config, findings) = config("subnets=a,b+c%0A,+d%E2%80%8B");
    assert_eq!(config.subnets.items, ["a", "b", "c", "d"]);
    assert_eq!(
        (rules(&findings), &findings[0].fix),
        (vec![("cleaned-value", "subnets")], &None)
    );
}

#[test]
fn what_was_cleaned_can_be_kept_unless_it_is_secret() {
    let (config, findings) =
        config("cluster=+a&token=+b&env=+=x&env==x&env=A=+b&health_check=+false+&logs=+NONE");
    assert_eq!(
        (config.cluster.text().to_string(), config.token.text().to_string()),
        ("a".to_owned(), "b".to_owned())
    );
    assert!(!config.health_check && config.env.len() == 1);
    assert_eq!(
        rules(&findings),
        [
            ("cleaned-value", "token"),
            ("unreadable-value", "env"),
            ("unreadable-value", "env"),
            ("accidental-whitespace", "env"),
            ("cleaned-value", "cluster"),
            ("unreadable-value", "logs"),
        ]
    );
    assert!(!findings[0].message.contains('`') && findings[0].fix.is_none());
    assert!(findings[1].message.starts_with("Row 1 ") && findings[2].message.starts_with("Row 2 "));
    assert_eq!(findings[4].fix.as_ref().unwrap().edits[0].texts, ["a"]);
    assert_eq!(findings[5].fix.as_ref().unwrap().edits[0].texts, ["none"]);
    for finding in &findings {
        let is_about_cleaning = finding.rule != "unreadable-value";
        assert_eq!(is_cleaning(finding), is_about_cleaning, "{}", finding.rule);
    }
}

#[test]
fn what_cannot_be_read_is_replaced_by_the_default_or_cleared() {
    let fix = |query: &str| {
        let fix = config(query).1.remove(0).fix.unwrap();
        (fix.title.into_owned(), fix.edits[0].texts.concat())
    };
    assert_eq!(fix("cpu=x"), ("Use 1024".to_owned(), "1024".to_owned()));
    assert_eq!(fix("container_port=x"), ("Clear it".to_owned(), String::new()));
    assert_eq!(
        fix("create_cluster=x"),
        ("Use true".to_owned(), "true".to_owned())
    );
    assert_eq!(
        fix("assign_public_ip=TRUE"),
        ("Use false".to_owned(), "false".to_owned())
    );
    assert!(
        config("create_cluster=x").0.create_cluster && !config("assign_public_ip=TRUE").0.assign_public_ip
    );
}

#[test]
fn a_text_is_compared_as_the_choices_have_it() {
    assert_eq!(canonical(&fields::CPU, " 1 vCPU"), "1024");
    assert_eq!(canonical(&fields::CPU, " many "), "many");
    assert_eq!(canonical(&fields::CLUSTER, " 1 vCPU"), "1 vCPU");
}
