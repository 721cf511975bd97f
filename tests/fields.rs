//! Properties of the field table for a form that was read.

use configurator::choices::{LaunchType, Start, TaskRolePermissions, TerraformSource, TokenSource, Way};
use configurator::date::Date;
use configurator::fields::{self, CPU, FIELDS, Field, Group, MEMORY};
use configurator::link::{Secrets, parse};
use configurator::read;
use configurator::rules::findings;

/// The texts that a field offers.
fn offered(field: &Field, query: &str) -> Vec<String> {
    let (config, _) = read(&parse(query, Secrets::Honour).0);
    let offered = field.offered(&config).into_iter();
    offered.map(|(value, _)| value).collect()
}

#[test]
fn fargate_offers_its_pairs_and_ec2_asks_for_numbers() {
    let all = ["256", "512", "1024", "2048", "4096", "8192", "16384", "32768"];
    assert_eq!(offered(&CPU, ""), all);
    assert_eq!(offered(&MEMORY, "cpu=256"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=.25+vCPU"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=8192").first().unwrap(), "16384");
    // For a CPU that Fargate does not offer, the memory sizes of the next one; for an unreadable one, of the default.
    assert_eq!(offered(&MEMORY, "cpu=200"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=many"), offered(&MEMORY, "cpu=1024"));
    assert_eq!(offered(&MEMORY, "cpu="), offered(&MEMORY, "cpu=1024"));
    assert_eq!(offered(&MEMORY, "cpu=99999"), offered(&MEMORY, "cpu=32768"));
    for field in [&CPU, &MEMORY] {
        assert!(offered(field, "launch_type=EC2").is_empty());
    }
}

#[test]
fn every_pair_that_is_offered_raises_no_finding_about_it() {
    for cpu in offered(&CPU, "") {
        for memory in offered(&MEMORY, &format!("cpu={cpu}")) {
            let (form, _) = parse(&format!("cpu={cpu}&memory={memory}"), Secrets::Honour);
            let found = findings(&form, Date::from_days(0));
            let is_about_it = |rule: &str| rule == "fargate-size-pair" || rule == "unreadable-value";
            assert!(!found.iter().any(|one| is_about_it(one.rule)), "{cpu} {memory}");
        }
    }
}

/// The keys of the asked fields by group, without those that are only offered.
fn asked(query: &str) -> [Vec<&'static str>; 3] {
    let form = parse(query, Secrets::Honour).0;
    let (config, reading) = read(&form);
    let questions = fields::questions(form.start(), &config, |field| reading.is_touched(field.key));
    [Group::Harness, Group::Aws, Group::Token].map(|group| {
        let here = questions.iter().filter(|question| question.group == group);
        here.filter(|question| !question.is_offered)
            .map(|question| question.field.key)
            .collect()
    })
}

/// What a way can do without, and what has no effect any more, stays where it was asked for.
#[test]
fn what_is_not_required_is_offered_until_it_is_given() {
    let offered = |query: &str| {
        let form = parse(query, Secrets::Honour).0;
        let (config, reading) = read(&form);
        let questions = fields::questions(form.start(), &config, |field| reading.is_touched(field.key));
        let offered = questions.iter().filter(|question| question.is_offered);
        offered.map(|question| question.field.key).collect::<Vec<_>>()
    };
    assert_eq!(offered(""), ["token_secret_arn"]);
    assert_eq!(offered("way=script&token_source=plain"), ["token"]);
    assert_eq!(offered("token_source=plain"), [""; 0]);
    assert_eq!(
        asked("token_source=plain&token_secret_arn=x")[2],
        ["token_source", "token_secret_arn", "token"]
    );
}

#[test]
fn each_way_says_how_many_values_it_asks_for() {
    let counts = |query: &str| {
        let form = parse(query, Secrets::Honour).0;
        let config = read(&form).0;
        fields::values_asked(form.start(), &config)
    };
    assert_eq!(counts(""), [7, 5, 4, 5]);
    // A given value is asked for, too; and the open way does not matter.
    assert_eq!(counts("region=us-west-2&way=terraform"), [7, 5, 4, 5]);
    assert_eq!(counts("launch_type=EC2"), [5, 5, 4, 5]);
    assert_eq!(counts("start=docs&launch_type=EC2"), [8, 7, 6, 7]);
}

#[test]
fn a_way_asks_for_what_it_needs() {
    let harness = vec!["delegate_name", "account_id", "manager_url", "image"];
    for (query, aws, token) in [
        (
            "",
            vec!["region", "subnets", "security_groups"],
            vec!["token_source"],
        ),
        ("launch_type=EC2", vec!["region"], vec!["token_source"]),
        (
            "token_source=plain&launch_type=EC2",
            vec!["region"],
            vec!["token_source", "token"],
        ),
        ("way=script", vec!["region"], vec!["token_source"]),
        (
            "way=script&token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:a",
            vec!["region"],
            vec!["token_source", "token_secret_arn"],
        ),
        ("way=cloudformation", vec!["region"], vec!["token_source"]),
        ("way=terraform", vec![], vec!["token_source"]),
        (
            "way=terraform&terraform_source=module",
            vec![],
            vec!["token_secret_arn"],
        ),
        // The documentation's samples name no cluster. A filled-in field stays in its group.
        (
            "start=docs&launch_type=EC2",
            vec!["region", "cluster", "hostname"],
            vec!["token_source", "token"],
        ),
        (
            "start=docs&launch_type=EC2&cluster=a&hostname=b",
            vec!["region", "cluster", "hostname"],
            vec!["token_source", "token"],
        ),
        (
            "way=script&cpu=&cluster=",
            vec!["region", "cpu", "cluster"],
            vec!["token_source"],
        ),
    ] {
        assert_eq!(asked(query), [harness.clone(), aws, token], "{query}");
    }
}

/// Parameters for every combination of the choices that the questions depend on.
fn decisions() -> Vec<String> {
    let mut all = vec![String::new()];
    let mut each = |key: &str, values: Vec<&str>| {
        let with = |query: &String| -> Vec<String> {
            let values = values.iter();
            values.map(|value| format!("{query}&{key}={value}")).collect()
        };
        all = all.iter().flat_map(with).collect();
    };
    each("start", Start::ALL.iter().map(|one| one.value()).collect());
    each(
        "launch_type",
        LaunchType::ALL.iter().map(|one| one.value()).collect(),
    );
    each("way", Way::ALL.iter().map(|one| one.value()).collect());
    each(
        "token_source",
        TokenSource::ALL.iter().map(|one| one.value()).collect(),
    );
    each(
        "terraform_source",
        TerraformSource::ALL.iter().map(|one| one.value()).collect(),
    );
    each(
        "task_role_permissions",
        TaskRolePermissions::ALL.iter().map(|one| one.value()).collect(),
    );
    each("create_roles", vec!["true", "false"]);
    each("proxy_host", vec!["", "p&proxy_user=u"]);
    each("subnets", vec!["", "subnet-0a1b2c3d4e5f67890"]);
    all
}

#[test]
fn whatever_is_missing_is_asked_and_what_has_no_effect_is_not() {
    // The start unchanged, with every field blank that can be, and with every field filled in.
    let blank: String = FIELDS
        .iter()
        .filter(|field| matches!(field.blank, fields::Blank::Required { .. }) && field.key != "subnets")
        .map(|field| format!("&{}=", field.key))
        .collect();
    let given = blank.replace('=', "=x");
    for decisions in decisions() {
        for rest in ["", &blank, &given] {
            let query = format!("{decisions}{rest}");
            let form = parse(&query, Secrets::Honour).0;
            let config = read(&form).0;
            for field in FIELDS {
                let asked = field.asked_in(form.start(), &config);
                assert!(
                    asked.is_some() || !field.is_missing(&config),
                    "{query}: {}",
                    field.key
                );
                assert!(
                    asked.is_none() || (field.applies)(&config),
                    "{query}: {}",
                    field.key
                );
            }
        }
    }
}
