//! Runs `commands.sh` with a real AWS CLI.

use crate::common::cli::Cli;
use crate::common::moto::Moto;
use crate::common::{Outcome, programs};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The Region of every case.
pub const REGION: &str = "us-west-2";
/// The delegate token of the tests.
pub const SECRET: &str = "not-a-real-token-b3duIHdvcmRz=";

/// A directory with the files of a configuration, and an `aws` that records the arguments of every call.
pub struct Run {
    directory: TempDir,
    pub outcome: Outcome,
}

impl Run {
    pub fn of(cli: Cli, query: &str) -> Self {
        Self::of_outcome(cli, Outcome::of(query))
    }

    pub fn of_outcome(cli: Cli, outcome: Outcome) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let bin = directory.path().join("bin");
        std::fs::create_dir(&bin).expect("a directory");
        cli.place(&bin.join("aws"), &directory.path().join("calls"));
        outcome.write(directory.path());
        Self { directory, outcome }
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// The calls of the CLI, one a line.
    pub fn calls(&self) -> String {
        let recorded = std::fs::read_to_string(self.path().join("calls")).unwrap_or_default();
        let calls = programs::calls(&recorded);
        calls.iter().map(|call| call.join(" ") + "\n").collect()
    }

    /// Forgets the calls so far.
    pub fn forget_calls(&self) {
        let _ = std::fs::remove_file(self.path().join("calls"));
    }

    /// The calls that change something.
    pub fn changes(&self) -> Vec<String> {
        let calls = self.calls();
        let calls = calls
            .lines()
            .filter(|call| call.starts_with("aws ") && *call != "aws --version");
        calls
            .filter(|call| programs::is_change(call.split(' ').nth(2).unwrap_or_default()))
            .map(str::to_owned)
            .collect()
    }

    /// The environment and the directory in which the user has a shell.
    pub fn setting(&self, moto: &Moto) -> Command {
        let mut command = Command::new(programs::find("bash"));
        let path = programs::path();
        let own = std::iter::once(self.path().join("bin")).chain(std::env::split_paths(&path));
        command
            .current_dir(self.path())
            .env_clear()
            .envs(moto.environment())
            .env("HOME", self.path())
            .env("LANG", "C.UTF-8")
            .env("PATH", std::env::join_paths(own).expect("PATH can be joined"));
        command
    }

    /// Runs `bash commands.sh`, as the file says.
    pub fn commands(&self, moto: &Moto, variables: &[(&str, &str)], input: &str) -> Output {
        let mut command = self.setting(moto);
        // Files, because a pipe that nobody reads fills up.
        let streams = ["stdout", "stderr"].map(|name| self.path().join(name));
        let [out, err] = streams
            .each_ref()
            .map(|file| std::fs::File::create(file).expect("a file"));
        command
            .arg("commands.sh")
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(out)
            .stderr(err);
        let mut child = command.spawn().expect("bash starts");
        // The script may end without reading it.
        let _ = child
            .stdin
            .take()
            .expect("it is piped")
            .write_all(input.as_bytes());
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("bash can be waited for") {
                break status;
            }
            if start.elapsed() > Duration::from_mins(5) {
                let _ = child.kill();
                panic!(
                    "commands.sh does not end; its last call was {:?}",
                    self.calls().lines().last()
                );
            }
            std::thread::sleep(Duration::from_millis(50));
        };
        let [stdout, stderr] = streams.map(|file| std::fs::read(file).expect("it is there"));
        Output {
            status,
            stdout,
            stderr,
        }
    }
}
