//! No value can become a command: a real bash leaves quoted words unchanged, and `commands.sh` with hostile values
//! passes exactly those values to `aws` and runs nothing else.

mod common;

use common::forms::{HOSTILE, cases, finished_form, text};
use common::{Outcome, programs};
use configurator::choices::LaunchType;
use configurator::fields::{self, Kind};
use configurator::outputs::language::shell;
use configurator::{Config, Form};
use proptest::prelude::*;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

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

    #[test]
    fn a_comment_runs_nothing(texts in prop::collection::vec(text(), 1..20)) {
        let comments: String = texts.iter().map(|text| shell::comment(&without_nul(text).into()).into_text()).collect();
        prop_assert_eq!(through_bash(&format!("{comments}printf '%s\\0' end\n")), vec!["end"]);
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

/// Runs a script with only one program on `PATH`: a stub of `aws` that records its arguments. Returns the calls.
fn record(outcome: &Outcome) -> Vec<Vec<String>> {
    let home = tempfile::tempdir().expect("a temporary directory");
    let (work, bin, log) = (
        home.path().join("work"),
        home.path().join("bin"),
        home.path().join("calls"),
    );
    std::fs::create_dir(&work).expect("a directory");
    std::fs::create_dir(&bin).expect("a directory");
    let bash = programs::find("bash");
    let stub = format!(
        "#!{}\nprintf '%s\\0' \"$@\" $'\\036' >>\"$CALLS\"\n\
         case \" $* \" in *' DeletedDate '*) echo None ;; *) echo arn:aws:stub ;; esac\n",
        bash.display()
    );
    programs::script(&bin.join("aws"), &stub);
    outcome.write(&work);
    let before = listing(home.path());
    let output = programs::run(
        Command::new(&bash)
            .arg("commands.sh")
            .current_dir(&work)
            .env_clear()
            .env("PATH", &bin)
            .env("HOME", &work)
            .env("CALLS", &log)
            .stdin(Stdio::null()),
    );
    assert!(
        output.status.success(),
        "{}\n{}",
        programs::said(&output),
        outcome.file("commands.sh")
    );
    let calls = std::fs::read_to_string(&log).unwrap_or_default();
    let _ = std::fs::remove_file(&log);
    assert_eq!(listing(home.path()), before, "a value wrote a file");
    assert!(output.stderr.is_empty(), "{}", programs::said(&output));
    programs::calls(&calls)
}

/// Every file below a directory, with its size.
fn listing(directory: &Path) -> Vec<(std::path::PathBuf, u64)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(directory).expect("a directory").flatten() {
        let metadata = entry.metadata().expect("a file");
        if metadata.is_dir() {
            all.extend(listing(&entry.path()));
        } else {
            all.push((entry.path(), metadata.len()));
        }
    }
    all.sort();
    all
}

/// The options and the members of the input with the same meaning. An option with a list has none, because it takes
/// JSON itself.
const MEMBERS: &[(&str, &str)] = &[
    ("--cluster-name", "clusterName"),
    ("--cluster", "cluster"),
    ("--service", "service"),
    ("--services", ""),
    ("--log-group-name", "logGroupName"),
    ("--role-name", "RoleName"),
];

/// The expected calls of a finished configuration, composed without the code that prints them.
#[allow(clippy::too_many_lines)] // one step after the other, as the file has them
fn expected(config: &Config) -> Vec<Vec<String>> {
    let known = |value: &configurator::config::TextValue| value.known().unwrap_or_default().to_string();
    let region = known(&config.region);
    let (cluster, service) = (known(&config.cluster), known(&config.service_name));
    let call = |words: &str, options: &[(&str, &str)]| {
        let mut call: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let mut members = Vec::new();
        for (name, value) in [("--region", region.as_str())].iter().chain(options) {
            let own = [
                "--region",
                "--cli-input-json",
                "--assume-role-policy-document",
                "--policy-document",
            ];
            let is_address = ["file://", "fileb://", "http://", "https://"]
                .iter()
                .any(|s| value.starts_with(s));
            let json = serde_json::to_string(value).expect("a text");
            if is_address && !own.contains(name) {
                // The CLI would fetch an address, so the input holds the value instead.
                let member = MEMBERS
                    .iter()
                    .find(|(option, _)| option == name)
                    .expect("a member")
                    .1;
                if member.is_empty() {
                    call.extend([(*name).to_owned(), format!("[{json}]")]);
                } else {
                    members.push(format!("\"{member}\":{json}"));
                }
            } else if value.starts_with('-') {
                call.push(format!("{name}={value}"));
            } else {
                call.extend([(*name).to_owned(), (*value).to_owned()]);
            }
        }
        if !members.is_empty() {
            call.extend([
                "--cli-input-json".to_owned(),
                format!("{{{}}}", members.join(",")),
            ]);
        }
        call
    };
    let quoted = |text: &str| serde_json::to_string(text).expect("a text");
    let tags = |key: &str, value: &str| {
        let tags = config.tags.iter();
        let tags: Vec<String> = tags
            .map(|tag| {
                format!(
                    "{{{}:{},{}:{}}}",
                    quoted(key),
                    quoted(&tag.name),
                    quoted(value),
                    quoted(&tag.value)
                )
            })
            .collect();
        format!("[{}]", tags.join(","))
    };
    let with_tags = |mut call: Vec<String>, tags: String| {
        if !config.tags.is_empty() {
            call.extend(["--tags".to_owned(), tags]);
        }
        call
    };
    let mut calls = Vec::new();
    if config.create_cluster {
        let mut call = call("ecs create-cluster", &[("--cluster-name", &cluster)]);
        if config
            .capacity
            .known()
            .is_some_and(|capacity| capacity.to_string().starts_with("FARGATE"))
        {
            call.extend(["--capacity-providers", "FARGATE", "FARGATE_SPOT"].map(str::to_owned));
        }
        calls.push(with_tags(call, tags("key", "value")));
    }
    if config.has_logs() {
        let group = known(&config.log_group);
        let map: std::collections::BTreeMap<_, _> = config
            .tags
            .iter()
            .map(|tag| (tag.name.as_str(), tag.value.as_str()))
            .collect();
        let map = serde_json::to_string(&map).expect("texts");
        calls.push(with_tags(
            call("logs create-log-group", &[("--log-group-name", &group)]),
            map,
        ));
        if let Some(days) = config.log_retention.number() {
            let days = days.to_string();
            let options = [
                ("--log-group-name", group.as_str()),
                ("--retention-in-days", &days),
            ];
            calls.push(call("logs put-retention-policy", &options));
        }
    }
    for (is_created, role) in [
        (config.creates_execution_role(), "execution"),
        (config.creates_task_role(), "task"),
    ] {
        if !is_created {
            continue;
        }
        let name = config.role_name(role).to_string();
        let trust = format!("file://{role}-role-trust.json");
        let create = call(
            "iam create-role",
            &[("--role-name", &name), ("--assume-role-policy-document", &trust)],
        );
        calls.push(with_tags(create, tags("Key", "Value")));
        let policy = format!("file://{role}-role-policy.json");
        let options = [
            ("--role-name", name.as_str()),
            ("--policy-name", &format!("{role}-role")),
            ("--policy-document", &policy),
        ];
        calls.push(call("iam put-role-policy", &options));
        calls.push(call("iam wait role-exists", &[("--role-name", &name)]));
    }
    calls.push(call(
        "ecs register-task-definition",
        &[("--cli-input-json", "file://task-spec.json")],
    ));
    calls.push(call(
        "ecs create-service",
        &[("--cli-input-json", "file://service.json")],
    ));
    calls.push(call(
        "ecs wait services-stable",
        &[("--cluster", &cluster), ("--services", &service)],
    ));
    let count = config.desired_count.number().unwrap_or(1).to_string();
    let options = [
        ("--cluster", cluster.as_str()),
        ("--service", &service),
        ("--desired-count", &count),
    ];
    calls.push(call("ecs update-service", &options));
    calls
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
    // The members of a JSON object have no order.
    for word in calls
        .iter_mut()
        .chain(&mut expected)
        .flatten()
        .filter(|word| word.starts_with('{'))
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
