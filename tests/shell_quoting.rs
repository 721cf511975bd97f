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
use expected::expected;
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

fn assert_recorded(form: Form) {
    let outcome = Outcome::of_form(form);
    let names = outcome.names();
    let mut expected = expected(&outcome.config);
    // A role without a policy has no call for one.
    expected.retain(|call| {
        call[1] != "put-role-policy"
            || call.iter().any(|word| {
                word.strip_prefix("file://")
                    .is_some_and(|file| names.contains(&file))
            })
    });
    // The members of the input come last.
    for call in &mut expected {
        let at = call.iter().position(|word| word == "--cli-input-json");
        if let Some(at) = at.filter(|at| call[at + 1].starts_with('{')) {
            call[at..].rotate_left(2);
        }
    }
    let mut calls = record(&outcome);
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
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn commands_hand_over_exactly_the_values(form in finished_form()) {
        let mut form = form;
        // Without the secret's ARN, the file only creates the secret, which another test covers.
        form.set(&fields::TOKEN_SECRET_ARN, vec![fields::TOKEN_SECRET_ARN.sample.to_owned()]);
        form.set(&fields::PROXY_PASSWORD_SECRET_ARN, vec![fields::PROXY_PASSWORD_SECRET_ARN.sample.to_owned()]);
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
        let calls = record(&outcome);
        let read = configurator::read::clean(hostile);
        assert_eq!(
            calls.len(),
            4,
            "both secrets exist as far as the stub says, and neither is to be deleted: {calls:#?}"
        );
        for call in calls {
            assert_eq!(
                call[..4],
                ["secretsmanager", "describe-secret", "--region", read.as_ref()]
            );
        }
    }
}
