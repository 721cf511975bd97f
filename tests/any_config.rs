//! Whatever the user types, the page produces every file, each JSON file holds exactly the given values, and the files
//! have a placeholder for each missing field and no other.

mod common;

use common::forms::{any_form, cases, cli_form, finished_form};
use common::{Outcome, placeholder, placeholders};
use configurator::choices::TokenSource;
use configurator::fields::{self, FIELDS};
use configurator::outputs::Language;
use configurator::{Form, Severity};
use proptest::prelude::*;
use serde_json::Value;

fn assert_files_are_whole(outcome: &Outcome) -> Result<(), TestCaseError> {
    for file in &outcome.files {
        prop_assert!(
            file.text.ends_with('\n') && !file.text.ends_with("\n\n"),
            "{} ends oddly",
            file.name
        );
        prop_assert!(!file.text.contains('\0'), "{} has a NUL", file.name);
        if file.language == Language::Json {
            let parsed = serde_json::from_str::<Value>(&file.text);
            prop_assert!(parsed.is_ok(), "{}: {:?}", file.name, parsed);
        }
    }
    Ok(())
}

/// Splits a row of the form at the first `=`.
fn rows(texts: &[String]) -> Vec<(&str, &str)> {
    texts.iter().filter_map(|text| text.split_once('=')).collect()
}

/// Whether reading leaves this name as it is.
fn is_clean(name: &str) -> bool {
    configurator::read::clean(name) == name && !name.is_empty()
}

fn environment(task: &Value) -> Vec<(&str, &str)> {
    let variables = task["containerDefinitions"][0]["environment"]
        .as_array()
        .expect("a list");
    variables
        .iter()
        .map(|variable| {
            (
                variable["name"].as_str().expect("a text"),
                variable["value"].as_str().expect("a text"),
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn every_file_is_produced(form in any_form()) {
        let outcome = Outcome::of_form(form);
        assert_files_are_whole(&outcome)?;
        // The form has the field, the row and the edited fields of every finding.
        for finding in &outcome.findings {
            prop_assert!(fields::field(&finding.field).is_some(), "{:?}", finding);
            prop_assert!(!finding.message.is_empty() && finding.link.starts_with("https://"), "{:?}", finding);
            if let Some(fix) = &finding.fix {
                prop_assert!(!fix.edits.is_empty() && !fix.title.is_empty(), "{:?}", finding);
                let mut mended = outcome.form.clone();
                mended.apply(&fix.edits);
                prop_assert_ne!(&mended, &outcome.form, "the fix of {:?} does nothing", finding);
            }
        }
    }

    #[test]
    fn json_holds_exactly_what_was_given(form in cli_form()) {
        let outcome = Outcome::of_form(form);
        assert_files_are_whole(&outcome)?;
        let (form, task, service) = (&outcome.form, outcome.json("task-spec.json"), outcome.json("service.json"));
        let environment = environment(&task);
        let value = |name: &str| environment.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);

        // Free text comes out unchanged, also if a row of the user follows.
        for (name, field) in [("INIT_SCRIPT", &fields::INIT_SCRIPT), ("DELEGATE_TAGS", &fields::DELEGATE_TAGS)] {
            let text = form.text(field);
            prop_assert_eq!(value(name), Some(text.as_str()));
        }
        let description = form.text(&fields::DELEGATE_DESCRIPTION);
        if !description.is_empty() {
            prop_assert_eq!(value("DELEGATE_DESCRIPTION"), Some(description.as_str()));
        }
        // Rows with a clean name keep their order.
        let texts = form.texts(&fields::ENV);
        let mut left = environment.iter();
        for row in rows(&texts).into_iter().filter(|(name, _)| is_clean(name)) {
            prop_assert!(left.any(|variable| *variable == row), "{:?} is not in {:?}", row, environment);
        }
        let texts = form.texts(&fields::TAGS);
        let mut left = service["tags"].as_array().into_iter().flatten();
        for (key, value) in rows(&texts).into_iter().filter(|(key, _)| is_clean(key)) {
            let tag = serde_json::json!({ "key": key, "value": value });
            prop_assert!(left.any(|other| *other == tag), "{} is not in {}", tag, service["tags"]);
        }
        prop_assert_eq!(&task["tags"], &service["tags"]);

        // Identifiers come out as they were read.
        let container = &task["containerDefinitions"][0];
        for (field, found) in [
            (&fields::IMAGE, &container["image"]),
            (&fields::CONTAINER_NAME, &container["name"]),
            (&fields::HOSTNAME, &container["hostname"]),
            (&fields::FAMILY, &task["family"]),
            (&fields::FAMILY, &service["taskDefinition"]),
            (&fields::CLUSTER, &service["cluster"]),
            (&fields::SERVICE_NAME, &service["serviceName"]),
            (&fields::TASK_ROLE_ARN, &task["taskRoleArn"]),
            (&fields::EXECUTION_ROLE_ARN, &task["executionRoleArn"]),
        ] {
            let text = form.text(field);
            let read = configurator::read::clean(&text);
            if !read.is_empty() {
                prop_assert_eq!(found.as_str(), Some(read.as_ref()), "{}", field.key);
            }
        }
        // The task's numbers are texts, the container's are numbers.
        for (field, found) in [(&fields::CPU, &task["cpu"]), (&fields::MEMORY, &task["memory"])] {
            if let Ok(number) = form.text(field).parse::<u64>() {
                prop_assert_eq!(found, &Value::from(number.to_string()), "{}", field.key);
            }
        }
        for (field, found) in [
            (&fields::CONTAINER_CPU, &container["cpu"]),
            (&fields::CONTAINER_MEMORY, &container["memory"]),
            (&fields::STOP_TIMEOUT, &container["stopTimeout"]),
            (&fields::CONTAINER_PORT, &container["portMappings"][0]["containerPort"]),
            (&fields::DESIRED_COUNT, &service["desiredCount"]),
        ] {
            if let Ok(number) = form.text(field).parse::<u64>() {
                prop_assert_eq!(found, &Value::from(number), "{}", field.key);
            }
        }
    }

    #[test]
    fn what_is_missing_has_a_placeholder(form in cli_form()) {
        let outcome = Outcome::of_form(form);
        for field in fields::missing(&outcome.config) {
            let placeholder = placeholder(&outcome.form, field);
            prop_assert_eq!(placeholders(&placeholder), vec![placeholder.as_str()], "{}", field.key);
            prop_assert!(
                outcome.files.iter().any(|file| file.text.contains(&placeholder)),
                "{} is missing, and {} is in no file",
                field.key,
                placeholder
            );
        }
    }

    #[test]
    fn what_has_a_placeholder_is_missing(form in finished_form()) {
        // The user may type a text that looks like a placeholder.
        let plain = |texts: &[String]| texts.iter().map(|text| text.replace('<', "")).collect();
        let texts = form.touched().map(|(field, texts)| (field, plain(texts)));
        let outcome = Outcome::of_form(Form::from_texts(texts));
        prop_assume!(outcome.missing().is_empty());
        for file in &outcome.files {
            // `commands.sh` fills in some.
            let mut text = file.text.clone();
            for mark in file.found.iter().rev() {
                text.replace_range(mark.at.clone(), "");
            }
            let left: Vec<&str> = placeholders(&text);
            prop_assert!(left.is_empty(), "nothing is missing, but {} has {:?}", file.name, left);
        }
    }

    #[test]
    fn a_plain_token_is_a_variable_and_a_secret_one_is_not(form in finished_form(), token in "[a-z]{20}") {
        let mut form = form;
        form.set(&fields::TOKEN, vec![token.clone()]);
        let outcome = Outcome::of_form(form);
        let is_plain = outcome.config.token_source == TokenSource::Plain;
        for file in &outcome.files {
            prop_assert_eq!(
                file.text.contains(&token),
                is_plain && file.name == "task-spec.json",
                "{}",
                file.name
            );
        }
    }
}

#[test]
fn an_unreadable_value_is_as_if_blank_and_not_missing() {
    let bad = Outcome::of(&format!(
        "{}&cpu=lots&memory=99999999999999999999&desired_count=-1",
        common::FARGATE
    ));
    let unreadable: Vec<_> = bad
        .findings
        .iter()
        .filter(|finding| finding.rule == "unreadable-value" && finding.severity == Severity::Error)
        .map(|finding| finding.field.as_ref())
        .collect();
    assert_eq!(unreadable, ["cpu", "memory", "desired_count"]);
    assert!(!bad.missing().contains(&"cpu"), "{:?}", bad.missing());
    let blank = Outcome::of(&format!("{}&cpu=&memory=&desired_count=", common::FARGATE));
    assert_eq!(bad.texts(), blank.texts());
    assert!(blank.missing().contains(&"cpu") && blank.missing().contains(&"memory"));
}

/// Copied identifiers can contain blanks, CR LF and zero-width characters.
#[test]
fn pasted_identifiers_are_cleaned_and_free_text_is_not() {
    let dirty = "%20\u{200B}build-blue%0D%0A";
    let outcome = Outcome::of(&format!(
        "{}&delegate_name={dirty}&init_script={dirty}&subnets=%EF%BB%BFsubnet-0a1b2c3d4e5f67890%0D%0A,%20",
        common::FARGATE
            .replace("delegate_name=build-blue&", "")
            .replace("&subnets=", "&fields=")
    ));
    let task = outcome.json("task-spec.json");
    let environment = environment(&task);
    assert!(environment.contains(&("DELEGATE_NAME", "build-blue")));
    assert!(environment.contains(&("INIT_SCRIPT", " \u{200B}build-blue\r\n")));
    assert_eq!(
        outcome.json("service.json")["networkConfiguration"]["awsvpcConfiguration"]["subnets"],
        serde_json::json!(["subnet-0a1b2c3d4e5f67890"])
    );
    for (rule, field) in [
        ("cleaned-value", "delegate_name"),
        ("cleaned-value", "subnets"),
        ("accidental-whitespace", "init_script"),
    ] {
        let found = outcome
            .findings
            .iter()
            .filter(|f| f.rule == rule && f.field == field);
        assert_eq!(
            found.map(|f| f.severity).collect::<Vec<_>>(),
            [Severity::Info],
            "{rule} on {field}"
        );
    }
}

#[test]
fn every_field_with_its_example_changes_something() {
    for field in FIELDS {
        let found = [
            "",
            "&launch_type=EC2",
            "&proxy_host=p&proxy_user=u",
            "&token_source=plain",
            "&token_secret_arn=",
            "&create_roles=false",
        ]
        .iter()
        .chain(&[
            "&task_role_permissions=assume-roles",
            "&task_role_permissions=read-s3",
            "&proxy_host=p",
            "&way=terraform",
            "&way=cloudformation",
        ])
        .any(|context| {
            let before = Outcome::of(&format!("{}{context}", common::FARGATE));
            let mut form = before.form.clone();
            let now = form.text(field);
            let other = if now == field.sample {
                String::new()
            } else {
                field.sample.to_owned()
            };
            form.set(field, vec![other]);
            let after = Outcome::of_form(form);
            let links = |outcome: &Outcome| {
                outcome
                    .files
                    .iter()
                    .map(|file| file.link.clone())
                    .collect::<Vec<_>>()
            };
            after.texts() != before.texts() || links(&after) != links(&before)
        });
        assert!(found, "{} changes neither a file nor its link", field.key);
    }
}
