//! A directory with the files of the way `cli`, and the stub of AWS.

use crate::common::script::{Place, TOKEN};
use crate::common::{Outcome, programs};
use configurator::outputs::step::Stage;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Output, Stdio};

/// A finished form: the user knows neither the AWS account ID nor the ARN of a secret.
pub const FINISHED: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates\
    &subnets=subnet-0a,subnet-0b&security_groups=sg-0a";

/// The same for EC2.
pub const ON_EC2: &str = "launch_type=EC2&delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates";

/// Where the commands run.
pub struct Here {
    pub place: Place,
    pub outcome: Outcome,
}

impl Here {
    pub fn new(query: &str) -> Self {
        let outcome = Outcome::of(query);
        assert!(outcome.missing().is_empty(), "{query}: {:?}", outcome.missing());
        let place = Place::new(&format!("{query}&way=script"));
        std::fs::remove_file(place.work().join("deploy.sh")).expect("it is there");
        outcome.write(&place.work());
        place.set_state(&json!({"instances": 1}));
        Self { place, outcome }
    }

    /// The steps that create the service, in order.
    pub fn steps(&self) -> Vec<String> {
        let steps = self.outcome.files.iter().flat_map(|file| &file.steps);
        steps
            .filter(|step| step.stage == Stage::Run)
            .filter_map(|step| step.command.as_ref())
            .map(|command| command.text().to_owned())
            .collect()
    }

    /// Runs `SHELL commands.sh` without a terminal.
    pub fn run(&self, shell: &str, variables: &[(&str, &str)], input: &str) -> Output {
        self.run_as(&[shell, "commands.sh"], variables, input)
    }

    /// Runs a command without a terminal.
    pub fn run_as(&self, words: &[&str], variables: &[(&str, &str)], input: &str) -> Output {
        self.place.forget_calls();
        let mut command = self.place.command_of(words[0]);
        command
            .args(&words[1..])
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the shell starts");
        let mut stdin = child.stdin.take().expect("it is piped");
        // The script may end without reading it.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("the shell ends");
        self.assert_secret(&programs::said(&output));
        output
    }

    /// Runs `bash commands.sh` with the token, to its end.
    pub fn finish(&self) -> Output {
        let output = self.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
        assert!(output.status.success(), "{}", programs::said(&output));
        output
    }

    /// Checks that the token is neither shown nor an argument, and that no value has become a command.
    pub fn assert_secret(&self, shown: &str) {
        assert!(!shown.contains(TOKEN), "the token is shown: {shown}");
        for call in self.place.calls() {
            assert!(
                !call["words"].to_string().contains(TOKEN),
                "the token is an argument: {call}"
            );
            // The user may have exported it, but the process that stores it reads it from a pipe.
            if call["call"] == "secretsmanager create-secret" {
                assert_eq!(call["environment"], json!([]), "the CLI does not need it: {call}");
            }
            assert_eq!(call["settings"]["AWS_CLI_AUTO_PROMPT"], "off", "{call}");
        }
        for program in self.place.programs() {
            assert!(
                !program.join(" ").contains(TOKEN),
                "the token is an argument: {program:?}"
            );
        }
        let left: Vec<_> = std::fs::read_dir(self.place.work())
            .expect("a directory")
            .flatten()
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .filter(|name| !self.outcome.names().contains(&name.as_str()))
            .collect();
        assert!(left.is_empty(), "a value has become a command: {left:?}");
        for file in &self.outcome.files {
            let now = std::fs::read_to_string(self.place.work().join(file.name)).expect("it is there");
            assert_eq!(now, file.text, "{} stays as shown", file.name);
        }
    }

    /// The calls since the last run began that change something.
    pub fn changes(&self) -> Vec<String> {
        let calls = self.place.calls();
        let calls = calls.iter().filter_map(|call| call["call"].as_str());
        calls
            .filter(|call| programs::is_change(call.split(' ').nth(1).unwrap_or_default()))
            .map(str::to_owned)
            .collect()
    }
}

/// The state of the stub at the end of `bash commands.sh` in an empty account.
pub fn finished_state(query: &str) -> Value {
    let here = Here::new(query);
    here.finish();
    here.place.state()
}
