//! The commands of the steps run as they are: every value is one word, and moto's CloudFormation takes what they pass.

mod common;

use common::cli::Cli;
use common::forms::HOSTILE;
use common::moto::Moto;
use common::{FARGATE, Outcome, programs};
use configurator::document::written::Written;
use configurator::fields::{CLUSTER, FIELDS, Kind};
use configurator::link::{Secrets, parse};
use configurator::outputs::step::{Need, Step};

const WAYS: &[&str] = &[
    "way=cli",
    "way=cli&launch_type=EC2&token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:a-a1B2c3",
    "way=script",
    "way=terraform",
    "way=terraform&terraform_source=module",
    "way=terraform&terraform_source=standalone&capacity=FARGATE_SPOT&create_cluster=false",
    "way=cloudformation",
    "way=cloudformation&launch_type=EC2",
];

/// Programs that the commands may call. Each prints its words, with a NUL after each.
const STUBS: &str = "for program in aws jq terraform; do eval \"$program() { printf '%s\\0' $program \\\"\\$@\\\"; }\"; done\n\
    bash() { :; }\n";

fn steps(outcome: &Outcome) -> impl Iterator<Item = &Step> {
    outcome.files.iter().flat_map(|file| &file.steps)
}

/// Runs a command with the stubs in an empty directory. Returns what it printed; it must leave nothing behind.
fn run(command: &str) -> String {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let script = format!("{STUBS}{}", command.replace('\0', ""));
    let output = programs::command("bash")
        .args(["--norc", "--noprofile", "-c", &script])
        .current_dir(directory.path())
        .output()
        .expect("bash starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        !said.contains("syntax") && !said.contains("not found"),
        "{said}\n{command}"
    );
    let left = std::fs::read_dir(directory.path()).expect("it is there").count();
    assert_eq!(left, 0, "{command}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn no_value_becomes_a_command() {
    let mut texts: Vec<&str> = HOSTILE.to_vec();
    texts.sort_unstable();
    for way in WAYS {
        for text in &texts {
            let mut form = parse(way, Secrets::Honour).0;
            for field in FIELDS.iter().copied() {
                if matches!(field.kind, Kind::Identifier(_)) && !form.is_touched(field) {
                    form.set(field, vec![(*text).to_owned()]);
                }
            }
            let outcome = Outcome::of_form(form);
            for step in steps(&outcome) {
                assert!(step.sentence.ends_with('.'), "{}", step.sentence);
                if let Some(command) = &step.command {
                    run(command.text());
                }
            }
        }
    }
}

#[test]
fn a_value_is_one_word_of_the_command() {
    let name = "it's $(touch pwned) `id` \"x\"";
    for (way, option) in [
        ("way=terraform&terraform_source=module", "--cluster"),
        ("way=cloudformation", "--cluster"),
    ] {
        let mut form = parse(&format!("{way}&region=us-west-2"), Secrets::Honour).0;
        form.set(&CLUSTER, vec![name.to_owned()]);
        let outcome = Outcome::of_form(form);
        let restart = steps(&outcome).filter_map(|step| step.command.as_ref());
        let restart = restart.map(Written::text);
        let restart = restart
            .filter(|command| command.contains("--force-new-deployment"))
            .last();
        let restart = restart.expect("a new token needs a restart");
        // The stub prints its words.
        let said = run(restart
            .strip_suffix(" >/dev/null")
            .expect("nobody needs the answer"));
        let words: Vec<&str> = said.split('\0').collect();
        let at = words.iter().position(|word| *word == option).expect("the option");
        assert_eq!(words[at + 1], name, "{way}");
    }
}

/// Every variable that a command reads is said to be needed, or has been exported by a step before.
#[test]
fn a_command_says_what_it_needs() {
    for way in WAYS {
        let outcome = Outcome::of(way);
        for step in steps(&outcome) {
            let command = step.command.as_ref().map_or("", Written::text);
            // jq reads an exported variable as `env.NAME`, the shell as `"$NAME"`; its own variables are in lower case.
            let read = ["env.", "\"$"].map(|before| command.split(before).skip(1));
            let read = read.into_iter().flatten();
            for variable in read.filter(|text| text.starts_with(|c: char| c.is_ascii_uppercase())) {
                let name: String = variable
                    .chars()
                    .take_while(|c| c.is_ascii_uppercase() || *c == '_')
                    .collect();
                let is_needed = step.needs.iter().any(|need| match need {
                    Need::Variable(variable) => variable.name == name,
                    Need::File(_) => false,
                });
                let export = format!("export {name}=");
                let is_set = steps(&outcome).any(|step| {
                    step.command
                        .as_ref()
                        .is_some_and(|command| command.text().contains(&export))
                });
                assert!(is_needed || is_set, "{way}: {name} in {command}");
            }
            for need in &step.needs {
                if let Need::File(name) = need {
                    assert!(outcome.names().contains(name), "{way}: {name}");
                }
            }
        }
    }
}

/// A stack can use a log group that exists.
#[test]
fn a_log_group_that_exists_can_be_given() {
    let moto = Moto::start();
    moto.aws(
        "us-west-2",
        &["logs", "create-log-group", "--log-group-name", "/ecs/build-blue"],
    );
    for cli in Cli::available() {
        assert_uses_log_group(cli, &moto);
    }
}

fn assert_uses_log_group(cli: Cli, moto: &Moto) {
    let stack = format!("stack-{}", cli.name());
    let outcome = Outcome::of(&format!(
        "{FARGATE}&way=cloudformation&service_name={stack}&log_group=/ecs/build-blue"
    ));
    let directory = tempfile::tempdir().expect("a temporary directory");
    std::fs::write(
        directory.path().join("template.yaml"),
        outcome.file("template.yaml"),
    )
    .expect("it is writable");
    let deploy = steps(&outcome).find(|step| step.sentence == "Create or update the stack.");
    let deploy = deploy
        .and_then(|step| step.command.as_ref())
        .expect("a command")
        .text()
        .to_owned();
    cli.place(&directory.path().join("aws"), &directory.path().join("calls"));
    let run = |flag: &str| {
        let mut bash = programs::command("bash");
        bash.args(["-c", &format!("set -eo pipefail\nPATH=.:$PATH\n{flag}\n{deploy}")]);
        programs::run(bash.current_dir(directory.path()).envs(moto.environment()))
    };
    let first = run("export CREATE_LOG_GROUP=false");
    assert!(first.status.success(), "{}", programs::said(&first));
    let of_stack = [
        "cloudformation",
        "describe-stack-resources",
        "--stack-name",
        &stack,
    ];
    let made = moto.aws("us-west-2", &of_stack).to_string();
    assert!(
        made.contains("AWS::ECS::Service") && !made.contains("AWS::Logs::LogGroup"),
        "{made}"
    );
    // A second run without the variable keeps the choice, so nothing changes. moto says so with an error.
    let second = programs::said(&run(""));
    assert!(second.contains("No updates are to be performed"), "{second}");
}
