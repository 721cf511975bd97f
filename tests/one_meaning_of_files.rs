//! Random configurations mean the same in every way: the files for the AWS CLI, what Terraform has applied, and the
//! CloudFormation template with its references resolved are the same deployment, member by member.

mod common;
#[path = "terraform/expected.rs"]
mod expected;
mod formats;
#[path = "terraform_plan/forms.rs"]
mod forms;
#[path = "terraform_plan/judge.rs"]
mod judge;
#[path = "cloudformation/same.rs"]
mod same;
#[path = "cloudformation/templates.rs"]
mod templates;

use common::forms::finished;
use configurator::Form;
use configurator::document::supplied::SecretKind;
use configurator::fields;
use configurator::{build, files, read};
use expected::{expected_service, expected_task_definition, tag_map};
use formats::{Case, shown};
use forms::{Source, random_forms, set};
use judge::{ACCOUNT, TOKEN, Workspace};
use serde_json::{Map, Value, json};
use std::time::Instant;

/// How many configurations are compared.
const CASES: usize = 100;

/// Opens one way of a form.
fn case(form: &Form, way: &str) -> Case {
    let mut form = form.clone();
    set(&mut form, &fields::WAY, way);
    let config = read(&form).0;
    let deployment = build(&config);
    let files = files(&deployment, config.way);
    let query = configurator::link::write(&form);
    Case {
        query,
        config,
        deployment,
        files,
    }
}

/// Random forms in the stub's account and one Region, so that ARNs are the same everywhere. Only plain resources have
/// every member; the module leaves out what it does not know.
fn forms() -> Vec<Form> {
    let forms = random_forms(CASES).into_iter();
    forms
        .map(|mut form| {
            set(&mut form, &fields::AWS_ACCOUNT_ID, ACCOUNT);
            set(&mut form, &fields::REGION, "us-west-2");
            set(&mut form, &fields::TERRAFORM_IMPORT, "false");
            set(&mut form, &fields::WAY, "cli");
            Source::Standalone.of(&finished(form))
        })
        .collect()
}

/// A JSON file of the AWS CLI.
fn document(case: &Case, name: &str) -> Value {
    let file = case.files.iter().find(|file| file.name == name);
    file.map_or(Value::Null, |file| {
        serde_json::from_str(&file.text).expect("JSON")
    })
}

#[test]
fn cloudformation_means_what_the_cli_files_mean() {
    let forms = forms();
    let cases: Vec<Case> = forms.iter().map(|form| case(form, "cloudformation")).collect();
    let templates = templates::read("one-meaning-of-files", &cases);
    assert_eq!(templates.len(), CASES);
    for ((form, template), stack) in forms.iter().zip(&templates).zip(cases) {
        let cli = case(form, "cli");
        let Case { deployment, .. } = &cli;
        assert_eq!(
            document(&cli, "task-spec.json"),
            shown(&deployment.task_definition),
            "{}",
            cli.query
        );
        assert_eq!(
            document(&cli, "service.json"),
            shown(&deployment.service),
            "{}",
            cli.query
        );
        // The template of one way against the documents of the other.
        same::assert_same(
            template,
            &Case {
                files: stack.files,
                ..cli
            },
        );
    }
}

#[test]
fn terraform_applies_what_the_cli_files_mean() {
    if !formats::is_installed("terraform") {
        println!("terraform is not installed: its state was not compared.");
        return;
    }
    let start = Instant::now();
    let forms = forms();
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for part in forms.chunks(CASES.div_ceil(workers)) {
            scope.spawn(move || part.iter().for_each(compare));
        }
    });
    println!("{CASES} applied and compared in {:.0?}", start.elapsed());
}

/// Applies the file, and compares the state with the files for the AWS CLI.
fn compare(form: &Form) {
    let (cli, terraform) = (case(form, "cli"), case(form, "terraform"));
    let query = &terraform.query;
    let mut workspace = Workspace::new();
    workspace.put(&terraform.files[0]);
    workspace
        .apply()
        .unwrap_or_else(|error| panic!("{query}\n{error}"));
    let state = State::new(&workspace, &cli);
    let tags = tag_map(&shown(&cli.deployment.tags));
    let with_tags = |mut value: Value| {
        value["tags"] = tags.clone();
        value
    };

    let expected = expected_task_definition(&document(&cli, "task-spec.json"));
    state.assert_same("aws_ecs_task_definition.delegate", &expected, query);
    let mut expected = expected_service(&cli.deployment);
    // Only Terraform has these two.
    expected
        .as_object_mut()
        .expect("a map")
        .retain(|name, _| name != "triggers" && name != "force_new_deployment");
    state.assert_same("aws_ecs_service.delegate", &expected, query);
    for role in ["execution", "task"] {
        let [trust, policy] =
            ["trust", "policy"].map(|part| document(&cli, &format!("{role}-role-{part}.json")));
        let made = [&cli.deployment.execution_role, &cli.deployment.task_role];
        let name = made[usize::from(role == "task")]
            .as_ref()
            .map(|role| role.name.to_string());
        let expected = name
            .as_ref()
            .map(|name| with_tags(json!({ "name": name, "assume_role_policy": trust })));
        state.assert_same(&format!("aws_iam_role.{role}"), &json!(expected), query);
        let expected = (!policy.is_null())
            .then(|| json!({ "name": format!("{role}-role"), "role": name, "policy": policy }));
        state.assert_same(&format!("aws_iam_role_policy.{role}"), &json!(expected), query);
    }
    let expected = cli.deployment.log_group.as_ref().map(|group| {
        with_tags(json!({ "name": group.name.to_string(), "retention_in_days": group.retention }))
    });
    state.assert_same("aws_cloudwatch_log_group.delegate", &json!(expected), query);
    for (label, kind) in SECRETS {
        let secret = cli
            .deployment
            .created_secrets()
            .find(|secret| secret.kind == *kind);
        let expected = secret.map(|secret| {
            with_tags(json!({
                "name": secret.name.to_string(),
                "description": format!("Harness {}", secret.what()),
                "kms_key_id": secret.kms_key.as_ref().map(ToString::to_string),
                "recovery_window_in_days": 0,
            }))
        });
        state.assert_same(
            &format!("aws_secretsmanager_secret.{label}"),
            &json!(expected),
            query,
        );
    }
}

/// The secrets of a file: their label and kind.
const SECRETS: &[(&str, SecretKind)] = &[
    ("delegate_token", SecretKind::DelegateToken),
    ("proxy_password", SecretKind::ProxyPassword),
];

/// What only the provider knows, or what Terraform needs for itself.
const OF_THE_PROVIDER: &[&str] = &[
    "arn",
    "arn_without_revision",
    "create_date",
    "force_new_deployment",
    "id",
    "path",
    "revision",
    "tags_all",
    "triggers",
    "unique_id",
];

/// The state after an apply, in the words of the files for the AWS CLI.
struct State(Vec<(String, Value)>);

impl State {
    fn new(workspace: &Workspace, cli: &Case) -> Self {
        let mut resources = workspace.resources();
        let mut names: Vec<(String, String)> = Vec::new();
        for (address, attributes) in &resources {
            let shown = match address.as_str() {
                "aws_ecs_cluster.delegate" => cli.deployment.cluster.name.to_string(),
                "aws_ecs_task_definition.delegate" => cli.deployment.task_definition.family.to_string(),
                "aws_secretsmanager_secret.delegate_token" => "<TOKEN_SECRET_ARN>".to_owned(),
                "aws_secretsmanager_secret.proxy_password" => "<PROXY_PASSWORD_SECRET_ARN>".to_owned(),
                _ => continue,
            };
            names.push((attributes["arn"].as_str().expect("an ARN").to_owned(), shown));
        }
        let cluster = cli.deployment.cluster.name.to_string();
        names.push((
            format!("arn:aws:ecs:us-west-2:{ACCOUNT}:cluster/{cluster}"),
            cluster,
        ));
        names.push((TOKEN.to_owned(), "<DELEGATE_TOKEN>".to_owned()));
        for (_, attributes) in &mut resources {
            rename(attributes, &names);
        }
        Self(resources)
    }

    fn assert_same(&self, address: &str, expected: &Value, query: &str) {
        let found = self.0.iter().find(|(other, _)| other == address);
        let mut found = normal(&found.map_or(Value::Null, |(_, attributes)| attributes.clone()));
        if let Value::Object(members) = &mut found {
            members
                .retain(|name, _| !OF_THE_PROVIDER.contains(&name.as_str()) || expected.get(name).is_some());
        }
        let expected = normal(expected);
        assert_eq!(found, expected, "{address}: {query}");
    }
}

/// Replaces whole texts, and reads texts that are JSON documents.
fn rename(value: &mut Value, names: &[(String, String)]) {
    match value {
        Value::String(text) => {
            let is_document = text.starts_with("{\"") || text.starts_with("[{");
            if let Some((_, shown)) = names.iter().find(|(name, _)| name == text) {
                text.clone_from(shown);
            } else if let (true, Ok(mut document)) = (is_document, serde_json::from_str(text)) {
                rename(&mut document, names);
                *value = document;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Object(members) => members.values_mut().for_each(|member| rename(member, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Leaves out what says nothing: Terraform's state has every member, the API's documents only those that are given. Lists
/// of texts are sets to Terraform.
fn normal(value: &Value) -> Value {
    let says_nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Bool(flag) => !flag,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Number(number) => number.as_u64() == Some(0),
    };
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(normal).collect();
            if items.iter().all(Value::is_string) {
                items.sort_by_key(ToString::to_string);
            }
            Value::Array(items)
        }
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| (composed(name), normal(value)));
            Value::Object(
                members
                    .filter(|(_, value)| !says_nothing(value))
                    .collect::<Map<_, _>>(),
            )
        }
        Value::String(text) => Value::String(composed(text)),
        other => other.clone(),
    }
}

/// Terraform keeps every text in Unicode's composed form (NFC). Of the texts of `common::forms`, one is not.
fn composed(text: &str) -> String {
    text.replace("e\u{301}", "é")
}
