//! No value can become a command: a real bash leaves quoted words unchanged, and `commands.sh` with hostile values
//! passes exactly those values to `aws` and runs nothing else.

mod common;
#[path = "shell_quoting/expected.rs"]
mod expected;
#[path = "shell_quoting/record.rs"]
mod record;

use common::forms::{HOSTILE, cases, finished_form, text};
use common::{Outcome, programs};
use configurator::Form;
use configurator::choices::LaunchType;
use configurator::fields::{self, Kind};
use configurator::outputs::language::shell;
use expected::{expected, filled};
use proptest::prelude::*;
use record::record;
use std::io::Write as _;
use std::process::Stdio;

/// The words as bash reads them.
fn through_bash(script: &str) -> Vec<String> {
    let mut bash = programs::command("bash")
        .args(["--norc", "--noprofile", "-s"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("bash starts");
    bash.stdin
        .take()
        .expect("it is piped")
        .write_all(script.as_bytes())
        .expect("bash reads");
    let output = bash.wait_with_output().expect("bash ends");
    let text = String::from_utf8(output.stdout).expect("UTF-8 came in, and UTF-8 comes out");
    let mut words: Vec<String> = text.split('\0').map(str::to_owned).collect();
    words.pop();
    words
}

fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_value_is_one_word_of_bash(values in prop::collection::vec(text(), 1..40)) {
        let words: Vec<String> = values.iter().map(|value| shell::word(value).into_text()).collect();
        let expected: Vec<String> = values.iter().map(|value| without_nul(value)).collect();
        prop_assert_eq!(through_bash(&format!("printf '%s\\0' {}\n", words.join(" "))), expected);
    }
}

#[test]
fn every_hostile_value_is_one_word_of_bash() {
    let words: Vec<String> = HOSTILE
        .iter()
        .map(|value| shell::word(value).into_text())
        .collect();
    let expected: Vec<String> = HOSTILE.iter().map(|value| without_nul(value)).collect();
    assert_eq!(
        through_bash(&format!("printf '%s\\0' {}\n", words.join(" "))),
        expected
    );
}

/// Whether a call only looks, or records a checksum. `wait` is not among them.
fn is_look(call: &[String]) -> bool {
    let looks = ["describe-", "get-", "list-", "tag-resource"];
    looks.iter().any(|operation| call[1].starts_with(operation))
}

/// Checks the calls that change something, and the document that a step hands over.
fn assert_recorded(form: Form) {
    let outcome = Outcome::of_form(form);
    let mut expected = expected(&outcome);
    // The members of the input come last.
    for call in &mut expected {
        let at = call.iter().position(|word| word == "--cli-input-json");
        if let Some(at) = at.filter(|at| call[at + 1].starts_with('{')) {
            call[at..].rotate_left(2);
        }
    }
    let recorded = record(&outcome);
    let mut calls: Vec<Vec<String>> = recorded.calls.into_iter().filter(|call| !is_look(call)).collect();
    calls.retain(|call| call[1] != "create-secret");
    for word in calls.iter_mut().flatten() {
        if word.starts_with("file:///") && word.contains("/temporary/tmp.") {
            "file://TEMPORARY".clone_into(word);
        }
    }
    // The members of a JSON object have no order, and a JSON text has several spellings.
    for word in calls
        .iter_mut()
        .chain(&mut expected)
        .flatten()
        .filter(|word| word.starts_with(['{', '[']))
    {
        if let Ok(object) = serde_json::from_str::<serde_json::Value>(word) {
            *word = object.to_string();
        }
    }
    assert!(
        calls == expected,
        "expected {expected:#?}, and got {calls:#?}, from\n{}",
        outcome.file("commands.sh")
    );
    if !recorded.registered.is_empty() {
        assert_eq!(recorded.registered, filled(&outcome, "task-spec.json"));
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn commands_hand_over_exactly_the_values(form in finished_form()) {
        assert_recorded(form);
    }

    /// Without the secrets' ARNs and the account, the commands find them and fill them in.
    #[test]
    fn what_aws_knows_is_filled_in_and_nothing_else(form in finished_form(), text in text()) {
        let mut form = form;
        let blank = [
            &fields::AWS_ACCOUNT_ID,
            &fields::TOKEN_SECRET_ARN,
            &fields::PROXY_PASSWORD_SECRET_ARN,
            &fields::EXECUTION_ROLE_ARN,
        ];
        for field in blank {
            form.set(field, vec![String::new()]);
        }
        // Free text may look like what is filled in.
        let texts = [
            "<AWS_ACCOUNT_ID>",
            "{\"Resource\": \"arn:aws:iam::<AWS_ACCOUNT_ID>:role/x\", \"valueFrom\": \"<TOKEN_SECRET_ARN>\"}",
            "\"executionRoleArn\": \"arn:aws:iam::<AWS_ACCOUNT_ID>",
        ];
        form.set(&fields::INIT_SCRIPT, vec![format!("{text}{}", texts.concat())]);
        form.set(&fields::ENV, texts.map(|text| format!("A{}={text}", text.len())).to_vec());
        assert_recorded(form);
    }
}

#[test]
fn every_field_may_be_hostile() {
    for hostile in [
        "'; touch pwned; '",
        "$(touch pwned)",
        "`touch pwned`",
        "a\ntouch pwned\n",
        "-x \\",
        "x' && touch pwned #",
        "file:///etc/passwd",
        "http://x/'",
    ] {
        for launch_type in LaunchType::ALL {
            let mut form = Form::default();
            form.set(&fields::LAUNCH_TYPE, vec![launch_type.value().to_owned()]);
            for field in fields::FIELDS.iter().copied() {
                match field.kind {
                    Kind::Choice(..) | Kind::Flag(_) | Kind::Number(..) => {}
                    Kind::Rows(_) => form.set(field, vec![format!("{hostile}={hostile}")]),
                    _ => form.set(field, vec![hostile.to_owned()]),
                }
            }
            form.set(&fields::EXECUTION_ROLE_ARN, vec![String::new()]);
            form.set(&fields::TASK_ROLE_ARN, vec![String::new()]);
            assert_recorded(form);
        }
    }
}

#[test]
fn the_step_that_creates_a_secret_may_be_hostile_too() {
    for hostile in [
        "'; touch pwned; '",
        "$(touch pwned)",
        "`touch pwned`",
        "a\ntouch pwned\n",
    ] {
        let mut form = Outcome::of(common::FARGATE).form;
        for field in [
            &fields::DELEGATE_NAME,
            &fields::KMS_KEY_ID,
            &fields::REGION,
            &fields::PROXY_HOST,
            &fields::PROXY_USER,
        ] {
            form.set(field, vec![hostile.to_owned()]);
        }
        form.set(&fields::TAGS, vec![format!("{hostile}={hostile}")]);
        form.set(&fields::TOKEN_SECRET_ARN, vec![String::new()]);
        let outcome = Outcome::of_form(form);
        let recorded = record(&outcome);
        let region = configurator::read::clean(hostile);
        for call in &recorded.calls {
            let is_region = |pair: &[String]| pair[0] == "--region" && pair[1] == region;
            assert!(call.windows(2).any(is_region), "{call:?}");
        }
        let created = recorded.calls.iter().filter(|call| call[1] == "create-secret");
        let key = |call: &&Vec<String>| {
            call.windows(2)
                .any(|pair| pair[0] == "--kms-key-id" && pair[1] == region)
        };
        assert_eq!(created.filter(key).count(), 2);
        assert_eq!(recorded.registered, filled(&outcome, "task-spec.json"));
    }
}
