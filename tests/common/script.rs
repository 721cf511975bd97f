//! Runs `deploy.sh`: a directory with the script, a `PATH` on which every program records its calls, and as `aws`
//! either the stub (`tests/stubs/aws`) or a real AWS CLI.

pub mod run;

use super::cli::Cli;
use super::terminal::{self, How, Shell, Shown};
use super::{Outcome, programs};
use configurator::Form;
use configurator::fields;
use run::Run;
use serde_json::{Value, json};
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The delegate token of the tests. Nothing may show it.
pub const TOKEN: &str = "dGhlLXRva2VuLW9mLXRoZS10ZXN0cw$'=";
/// Another delegate token.
pub const NEW_TOKEN: &str = "YW5vdGhlci10b2tlbi1vZi10aGUtdGVzdHM=";
/// The parameters that `deploy.sh` needs for Fargate.
pub const FARGATE: &str = "way=script&delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates";
/// The parameters that `deploy.sh` needs for EC2.
pub const EC2: &str = "way=script&launch_type=EC2&delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates";

/// Where the token comes from.
#[derive(Debug, Clone, Copy)]
pub enum Token<'a> {
    /// From the variable `DELEGATE_TOKEN`.
    Variable(&'a str),
    /// From standard input.
    Input(&'a str),
    /// From nowhere.
    None,
}

/// Python itself. Compiles the stub, which the tests call thousands of times.
fn python() -> &'static Path {
    static COMPILED: std::sync::OnceLock<()> = std::sync::OnceLock::new();
    let python = programs::python();
    COMPILED.get_or_init(|| {
        let code = "import py_compile, sys\npy_compile.compile(sys.argv[1], sys.argv[2], doraise=True)";
        let compiled = Path::new(env!("CARGO_TARGET_TMPDIR")).join("aws_stub.pyc");
        let stub = programs::root().join("tests/stubs/aws");
        let output = programs::run(Command::new(python).args(["-c", code]).arg(stub).arg(compiled));
        assert!(output.status.success(), "{}", programs::said(&output));
    });
    python
}

/// The directory of the packages that the stub uses: it reads `--query` as the CLI does.
fn packages() -> &'static str {
    static PACKAGES: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    PACKAGES.get_or_init(|| {
        let code = "import jmespath, os; print(os.path.dirname(os.path.dirname(jmespath.__file__)), end='')";
        let output = programs::run(programs::command("python3").args(["-c", code]));
        assert!(output.status.success(), "{}", programs::said(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    })
}

/// A temporary directory in which `deploy.sh` runs.
pub struct Place {
    home: TempDir,
    /// Whether the task definition may hold the token.
    pub is_plain: bool,
    environment: Vec<(String, String)>,
}

/// The programs that `deploy.sh` may call in addition to `aws`.
const USED: &[&str] = &[
    "jq",
    "awk",
    "sha256sum",
    "shasum",
    "grep",
    "cat",
    "cut",
    "tr",
    "mktemp",
    "rm",
    "sed",
    "cksum",
    "stty",
];

impl Place {
    /// Uses the stub of AWS, in which nothing exists.
    pub fn new(query: &str) -> Self {
        let place = Self::bare();
        let start = format!(
            "#!{} -IS\nimport sys\nsys.path[:0] = [{:?}, {:?}]\nimport aws_stub\naws_stub.main()\n",
            python().display(),
            env!("CARGO_TARGET_TMPDIR"),
            packages()
        );
        programs::script(&place.bin().join("aws"), &start);
        place.set_script(query);
        place
    }

    /// Uses a real CLI, with these environment variables.
    pub fn real(cli: Cli, query: &str, environment: Vec<(String, String)>) -> Self {
        let mut place = Self::bare();
        cli.place(&place.bin().join("aws"), &place.recorded());
        place.environment = environment;
        place.set_script(query);
        place
    }

    fn bare() -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        for name in ["bin", "work", "tmp"] {
            std::fs::create_dir(home.path().join(name)).expect("a directory");
        }
        let place = Self {
            home,
            is_plain: false,
            environment: Vec::new(),
        };
        for name in USED {
            place.record(name, &format!("exec '{}' \"$@\"", programs::find(name).display()));
        }
        // The tests do not wait, and these stubs record a call that a value causes.
        for name in ["sleep", "touch", "id", "tee", "curl", "env", "ls"] {
            place.record(name, "");
        }
        place
    }

    /// Creates a program that records its arguments and then runs `then`.
    fn record(&self, name: &str, then: &str) {
        let text = format!(
            "#!{}\nprintf '%s\\0' {name} \"$@\" $'\\036' >>'{}'\n{then}\n",
            programs::find("bash").display(),
            self.recorded().display()
        );
        programs::script(&self.bin().join(name), &text);
    }

    /// The file with the calls of the programs.
    fn recorded(&self) -> PathBuf {
        self.home.path().join("programs")
    }

    pub fn bin(&self) -> PathBuf {
        self.home.path().join("bin")
    }

    /// The directory with the script.
    pub fn work(&self) -> PathBuf {
        self.home.path().join("work")
    }

    /// Writes the script of another configuration.
    pub fn set_script(&self, query: &str) {
        self.set_outcome(&Outcome::of(query));
    }

    /// Writes the script of this outcome.
    pub fn set_outcome(&self, outcome: &Outcome) {
        std::fs::write(self.work().join("deploy.sh"), outcome.file("deploy.sh")).expect("a temporary file");
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.home.path().join(name)).unwrap_or_default()
    }

    /// The calls of `aws` that the stub has recorded.
    pub fn calls(&self) -> Vec<Value> {
        let calls = self.read("calls");
        calls
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    }

    /// What exists in the stub.
    pub fn state(&self) -> Value {
        serde_json::from_str(&self.read("state.json")).unwrap_or_else(|_| json!({}))
    }

    /// The same as text, in which the members of documents keep their order, as at AWS.
    pub fn state_text(&self) -> String {
        self.read("state.json")
    }

    pub fn set_state_text(&self, state: &str) {
        std::fs::write(self.home.path().join("state.json"), state).expect("a temporary file");
    }

    pub fn set_state(&self, state: &Value) {
        std::fs::write(self.home.path().join("state.json"), state.to_string()).expect("a temporary file");
    }

    /// Makes these calls of the stub fail.
    pub fn set_faults(&self, faults: &Value) {
        std::fs::write(self.home.path().join("faults.json"), faults.to_string()).expect("a temporary file");
    }

    /// Forgets the calls that were recorded.
    pub fn forget_calls(&self) {
        for name in ["calls", "programs"] {
            let _ = std::fs::remove_file(self.home.path().join(name));
        }
    }

    /// A command with the environment of the script.
    pub fn command(&self) -> Command {
        self.command_of("bash")
    }

    /// The same for another shell.
    pub fn command_of(&self, shell: &str) -> Command {
        let mut command = Command::new(programs::find(shell));
        command
            .current_dir(self.work())
            .env_clear()
            .env("PATH", self.bin())
            .env("HOME", self.work())
            .env("TMPDIR", self.home.path().join("tmp"))
            .env("LANG", "C.UTF-8")
            .env("STUB", self.home.path())
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .process_group(0);
        command
    }

    /// Runs the script.
    pub fn run(&self, arguments: &[&str], token: Token) -> Run {
        match token {
            Token::Variable(token) => self.run_with(arguments, &[("DELEGATE_TOKEN", token)], ""),
            Token::Input(text) => self.run_with(arguments, &[], text),
            Token::None => self.run_with(arguments, &[], ""),
        }
    }

    /// Runs the script with these variables and this input.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)], input: &str) -> Run {
        let words = [&["deploy.sh"], arguments].concat();
        self.run_in("bash", &words, variables, input)
    }

    /// Runs a shell with these words.
    pub fn run_in(&self, shell: &str, words: &[&str], variables: &[(&str, &str)], input: &str) -> Run {
        self.forget_calls();
        let mut command = self.command_of(shell);
        command.args(words).envs(variables.iter().copied());
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("bash starts");
        // The script may end without reading it.
        let _ = child
            .stdin
            .take()
            .expect("it is piped")
            .write_all(input.as_bytes());
        self.happened(child.wait_with_output().expect("bash ends"))
    }

    /// Returns what a run did, after the checks for every run: it shows no token, passes none as an argument, and
    /// leaves no file behind.
    pub fn happened(&self, output: Output) -> Run {
        let run = Run {
            output,
            calls: self.calls(),
            programs: self.programs(),
        };
        for token in [TOKEN, NEW_TOKEN] {
            assert!(!run.said().contains(token), "the token is shown: {}", run.said());
            for program in &run.programs {
                assert!(
                    !program.join(" ").contains(token),
                    "the token is an argument: {program:?}"
                );
            }
            for call in &run.calls {
                assert!(
                    !call["words"].to_string().contains(token),
                    "the token is an argument: {call}"
                );
                assert_eq!(call["environment"], json!([]), "the CLI does not need it: {call}");
            }
            if !self.is_plain {
                let task = self.state()["families"].to_string();
                assert!(
                    !task.contains(token),
                    "the token is in the task definition: {task}"
                );
            }
        }
        // A killed run cannot clean up.
        if run.output.status.code().is_some() {
            let left = std::fs::read_dir(self.home.path().join("tmp"))
                .expect("a directory")
                .count();
            assert_eq!(left, 0, "it leaves files behind");
        } else {
            for file in std::fs::read_dir(self.home.path().join("tmp"))
                .expect("a directory")
                .flatten()
            {
                let _ = std::fs::remove_file(file.path());
            }
        }
        let work: Vec<_> = std::fs::read_dir(self.work())
            .expect("a directory")
            .flatten()
            .map(|f| f.file_name())
            .collect();
        assert_eq!(work, ["deploy.sh"], "it writes files");
        run
    }

    /// Forgets the calls of the last run.
    /// Every program that ran since the last run began.
    pub fn programs(&self) -> Vec<Vec<String>> {
        programs::calls(&self.read("programs"))
    }

    /// Runs `command` in a terminal and types into it. Returns what was shown, and the status.
    pub fn in_terminal(&self, command: &[&str], steps: &Value) -> (String, i64) {
        self.forget_calls();
        terminal::program(command, &self.command(), steps, 300)
    }

    /// Opens a shell in a terminal in the directory of the script.
    pub fn in_shell(&self, shell: Shell, texts: &[(How, &str)], answers: &[&str]) -> Shown {
        self.forget_calls();
        shell.run(&self.command(), texts, answers)
    }
}

/// The form with the sample of every missing field.
pub fn finished(mut form: Form) -> Form {
    for _ in 0..4 {
        for field in fields::missing(&configurator::read(&form).0) {
            form.set(field, vec![field.sample.to_owned()]);
        }
    }
    form
}

/// Runs every case, on one thread per core. A failure names its case.
pub fn each<T: Sync>(cases: &[T], name: impl Fn(&T) -> String + Sync, run: impl Fn(&T) + Sync) {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let threads = std::thread::available_parallelism()
        .map_or(2, std::num::NonZero::get)
        .min(8);
    let failed = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run(case))).is_err() {
                        failed.lock().expect("no panic in there").push(name(case));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("no panic in there");
    assert!(
        failed.is_empty(),
        "these fail, for what is said above: {failed:#?}"
    );
}
