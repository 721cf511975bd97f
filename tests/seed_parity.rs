//! The start `docs` has every value of the documentation page. The test parses the JSON samples in the copy of the
//! page in `tests/seed/` and compares them. Only the names of placeholders and the order of the environment may
//! differ.

mod common;

use common::Outcome;
use serde_json::Value;

const SEED: &str = include_str!("seed/seed.md");

/// The page's placeholders, and this product's. `<HOST>` is the page's other name for its `<MANAGER_HOST_AND_PORT>`,
/// and `<ACC_ID>` is the AWS account ID, while `<ACCOUNT_ID>` is the Harness account ID.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("<HOST>", "<MANAGER_HOST_AND_PORT>"),
    ("<ACC_ID>", "<AWS_ACCOUNT_ID>"),
    ("<SERVICE_NAME>", "<DELEGATE_NAME>"),
    ("SEC_GROUP", "<SECURITY_GROUP>"),
];

/// The fenced JSON blocks of the page, in order.
fn samples() -> Vec<Value> {
    let blocks = SEED.split("```").skip(1).step_by(2);
    blocks
        .filter(|block| block.trim_start().starts_with('{'))
        .map(|block| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error} in {block}")))
        .collect()
}

/// The sample with this product's placeholders, and with its environment in alphabetical order.
fn normal(mut document: Value) -> Value {
    rename(&mut document);
    if let Some(Value::Array(environment)) = document.pointer_mut("/containerDefinitions/0/environment") {
        environment.sort_by_key(|variable| variable["name"].to_string());
    }
    document
}

fn rename(value: &mut Value) {
    match value {
        Value::String(text) => {
            for (theirs, ours) in PLACEHOLDERS {
                *text = text.replace(theirs, ours);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(rename),
        Value::Object(members) => members.values_mut().for_each(rename),
        _ => {}
    }
}

fn assert_same(ours: Value, theirs: &Value, what: &str) {
    let (ours, theirs) = (normal(ours), normal(theirs.clone()));
    assert!(
        ours == theirs,
        "{what} is not the documentation's.\nours: {ours:#}\ntheirs: {theirs:#}"
    );
}

#[test]
fn the_samples_are_found() {
    let samples = samples();
    assert_eq!(samples.len(), 3);
    assert_eq!(samples[0]["requiresCompatibilities"][0], "EC2");
    assert_eq!(samples[1]["requiresCompatibilities"][0], "FARGATE");
    assert_eq!(samples[2]["launchType"], "FARGATE");
}

#[test]
fn ec2_is_the_documentation() {
    let docs = Outcome::of("start=docs&launch_type=EC2");
    assert_same(docs.json("task-spec.json"), &samples()[0], "EC2's task-spec.json");
}

#[test]
fn fargate_is_the_documentation() {
    let docs = Outcome::of("start=docs&launch_type=FARGATE");
    assert_same(
        docs.json("task-spec.json"),
        &samples()[1],
        "Fargate's task-spec.json",
    );
    assert_same(docs.json("service.json"), &samples()[2], "service.json");
}

#[test]
fn the_page_has_no_service_for_ec2_so_it_is_its_one_line_command_as_a_document() {
    let service = Outcome::of("start=docs&launch_type=EC2").json("service.json");
    let expected = serde_json::json!({
        "cluster": "<CLUSTER_NAME>",
        "serviceName": "<DELEGATE_NAME>",
        "taskDefinition": "harness-delegate-task-spec",
        "launchType": "EC2",
        "schedulingStrategy": "REPLICA",
        "desiredCount": 1,
        "loadBalancers": [],
    });
    assert_eq!(service, expected);
}

/// The page prints `ecs create-service --service-name <SERVICE_NAME> --task-definition` and, as a step of its own,
/// `harness-delegate-task-spec --cluster <CLUSTER_NAME> --desired-count 1`: one command that broke in two.
#[test]
fn the_two_broken_lines_are_one_command() {
    let halves = [
        "ecs create-service --service-name <SERVICE_NAME> --task-definition",
        "harness-delegate-task-spec --cluster <CLUSTER_NAME> --desired-count 1",
    ];
    for half in halves {
        assert!(
            SEED.contains(half),
            "the documentation says something else now than {half}"
        );
    }
    let commands =
        Outcome::of("start=docs&launch_type=EC2&cluster=delegates&service_name=blue&region=us-west-2");
    let lines = commands_of(&commands, "aws ecs create-service");
    let [line] = &lines[..] else {
        panic!("not one such command, but {lines:#?}");
    };
    for words in [
        "--service-name blue",
        "--task-definition harness-delegate-task-spec",
        "--cluster delegates",
        "--desired-count 1",
        "--cli-input-json file://service.json",
        "--region us-west-2",
    ] {
        assert!(line.contains(words), "`{words}` is not in {line}");
    }
}

/// The commands of the steps that begin with these words, each on one line.
fn commands_of(outcome: &Outcome, verb: &str) -> Vec<String> {
    let steps = outcome.files.iter().flat_map(|file| &file.steps);
    let texts = steps.filter_map(|step| step.command.as_ref());
    let lines = texts.flat_map(|command| {
        let (mut lines, mut open) = (Vec::new(), String::new());
        for line in command.text().lines().map(str::trim) {
            open.push_str(line.trim_end_matches('\\'));
            if !line.ends_with('\\') {
                lines.push(std::mem::take(&mut open));
            }
        }
        lines
    });
    lines.filter(|line| line.starts_with(verb)).collect()
}

#[test]
fn the_documentations_commands_are_among_the_steps() {
    let commands = Outcome::of(&format!("{}&start=docs", common::FARGATE));
    for command in SEED
        .split("```")
        .filter(|block| block.trim().starts_with("aws ecs"))
    {
        let command = command.trim();
        let (verb, options) = command.split_once(" --").expect("it has options");
        let lines = commands_of(&commands, verb);
        let [line] = &lines[..] else {
            panic!("not one `{verb}`, but {lines:#?}");
        };
        assert!(
            line.contains(&format!("--{options}")),
            "`--{options}` is not in {line}"
        );
    }
}

/// The page's table: `MANAGER_HOST_AND_PORT/log-service/` for each of its production clusters.
#[test]
fn the_log_service_of_every_production_cluster() {
    let row = SEED
        .lines()
        .find(|line| line.contains("Prod1: "))
        .expect("the table names the clusters");
    let urls: Vec<&str> = row
        .split("https://")
        .skip(1)
        .map(|rest| {
            rest.split([',', ' '])
                .next()
                .unwrap_or_default()
                .trim_end_matches('.')
        })
        .collect();
    assert_eq!(
        urls,
        ["app.harness.io", "app.harness.io/gratis", "app3.harness.io"]
    );
    for url in urls {
        for slash in ["", "/"] {
            let outcome = Outcome::of(&format!("start=docs&manager_url=https://{url}{slash}"));
            let task = outcome.json("task-spec.json");
            let environment = task["containerDefinitions"][0]["environment"]
                .as_array()
                .expect("a list");
            let value = environment
                .iter()
                .find(|v| v["name"] == "LOG_STREAMING_SERVICE_URL");
            assert_eq!(
                value.expect("it is there")["value"],
                format!("https://{url}/log-service/")
            );
        }
    }
}
