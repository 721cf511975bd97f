//! Shells and programs in a terminal, with a person who pastes and types (`tests/stubs/terminal.py`).

use super::{judges, programs};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// An interactive shell without the user's own settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// zsh as on a new Mac: `#` begins no comment.
    Zsh,
    Bash,
    Dash,
}

/// How a text gets into the shell. Each begins and ends when the shell is at rest: it waits for a command, or for the rest
/// of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The person pastes it, and the terminal marks it as a paste if the shell asks for that; then the person presses
    /// Enter.
    Pasted,
    /// The person pastes it, and the terminal does not mark it: every line arrives at once, as if it were typed.
    PastedRaw,
    /// The person types line by line, each when the shell is at rest.
    Typed,
}

impl How {
    /// Every way.
    pub const ALL: &'static [Self] = &[Self::Pasted, Self::PastedRaw, Self::Typed];
}

/// What a shell in a terminal showed and did.
#[derive(Debug)]
pub struct Shown {
    /// What the terminal showed, without escape sequences: the prompts, what was typed, what the programs printed.
    pub text: String,
    /// Whether the shell waited for the next command at the end. Otherwise a quote or a command is open.
    pub is_at_prompt: bool,
    /// The status of the last command; `None` if the shell was not at its prompt and was stopped.
    pub status: Option<i64>,
    /// The shell's history at the end, if it keeps one and was at its prompt.
    pub history: Option<String>,
}

impl Shown {
    /// Checks that the shell was at its own prompt at the end.
    #[track_caller]
    pub fn assert_at_prompt(&self) {
        assert!(
            self.is_at_prompt,
            "the shell waits for the rest of a command: {}",
            self.text
        );
    }
}

impl Shell {
    /// Every shell that a user may paste into.
    pub const INTERACTIVE: &'static [Self] = &[Self::Zsh, Self::Bash];

    /// The prompt, which nothing else shows.
    pub const PROMPT: &'static str = "@ready@ ";

    /// Those of `INTERACTIVE` that this machine has.
    pub fn available() -> impl Iterator<Item = Self> {
        Self::INTERACTIVE
            .iter()
            .copied()
            .filter(|shell| shell.is_available())
    }

    /// Whether this machine has the shell. Says so if not.
    pub fn is_available(self) -> bool {
        match self {
            Self::Zsh => judges::is_available("zsh", programs::search("zsh").is_some()),
            Self::Bash => true,
            Self::Dash => judges::is_available("dash", programs::search("dash").is_some()),
        }
    }

    /// The program.
    pub fn program(self) -> PathBuf {
        programs::find(self.name())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Zsh => "zsh",
            Self::Bash => "bash",
            Self::Dash => "dash",
        }
    }

    /// The arguments with which it is interactive and reads no file of the user.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            // Only changes what the screen shows after an output that does not end in a newline.
            Self::Zsh => &["-f", "-i", "-o", "NO_PROMPT_SP"],
            Self::Bash => &["--noprofile", "--norc", "-i"],
            Self::Dash => &["-i"],
        }
    }

    /// A pattern of the line on which the shell waits for the rest of a command.
    fn continued(self) -> &'static str {
        match self {
            Self::Zsh => "^([a-z]+ )*[a-z]*> $",
            Self::Bash => "^> $",
            // It shows the prompts of pasted lines one after the other.
            Self::Dash => "> $",
        }
    }

    /// The line that writes the history into a file and leaves with the status of the last command.
    fn leave(self, history: &str) -> String {
        match self {
            Self::Zsh => format!("left=$?; fc -W '{history}'; exit $left"),
            Self::Bash => format!("left=$?; history -w '{history}'; exit $left"),
            Self::Dash => "exit".to_owned(),
        }
    }

    /// Opens the shell in the directory and with the environment of `setting`, and gives it the texts. The person
    /// types `answers`, one after the other, when something asks without an echo, and leaves at the end.
    ///
    /// # Panics
    /// If the shell is not at rest within the time limit. The message tells what the terminal showed.
    pub fn run(self, setting: &Command, texts: &[(How, &str)], answers: &[&str]) -> Shown {
        let scratch = tempfile::tempdir().expect("a temporary directory");
        let history = scratch.path().join("history");
        let history = history.to_str().expect("UTF-8");
        let mut steps: Vec<Value> = texts
            .iter()
            .map(|(how, text)| match how {
                How::Pasted => json!({"paste": text}),
                How::PastedRaw => json!({"raw": text}),
                How::Typed => json!({"lines": text}),
            })
            .collect();
        steps.push(json!({"leave": self.leave(history)}));
        let job = json!({
            "steps": steps,
            "answers": answers,
            "seconds": 300,
            "prompt": format!("{}$", Self::PROMPT),
            "continued": self.continued(),
            "edits": self != Self::Dash,
        });
        let variables = [
            ("PS1", Self::PROMPT),
            ("TERM", "xterm-256color"),
            ("HISTFILE", history),
            ("HISTSIZE", "9999"),
            ("HISTFILESIZE", "9999"),
            ("SAVEHIST", "9999"),
        ];
        let program = self.program();
        let command = [&[program.to_str().expect("UTF-8")], self.arguments()].concat();
        let said = run(&command, setting, &variables, job);
        Shown {
            text: shown(&said),
            is_at_prompt: said["at_prompt"] == true,
            status: said["status"].as_i64(),
            history: std::fs::read(history)
                .ok()
                .map(|history| String::from_utf8_lossy(&history).into_owned()),
        }
    }
}

/// Runs a program in a terminal with the directory and the environment of `setting`, and takes `steps`
/// (`tests/stubs/terminal.py`): `wait`, `hidden`, `type`. Returns what was shown, and the status.
///
/// # Panics
/// If the program does not end within the time limit. The message tells what the terminal showed.
pub fn program(command: &[&str], setting: &Command, steps: &Value, seconds: u64) -> (String, i64) {
    let said = run(
        command,
        setting,
        &[("TERM", "dumb")],
        json!({"steps": steps, "seconds": seconds}),
    );
    (shown(&said), said["status"].as_i64().unwrap_or(-1))
}

fn shown(said: &Value) -> String {
    said["shown"].as_str().unwrap_or_default().to_owned()
}

fn run(command: &[&str], setting: &Command, variables: &[(&str, &str)], mut job: Value) -> Value {
    job["command"] = json!(command);
    let mut person = Command::new(programs::python());
    person
        .arg(programs::root().join("tests/stubs/terminal.py"))
        .env_clear();
    if let Some(directory) = setting.get_current_dir() {
        person.current_dir(directory);
    }
    let environment = setting
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)));
    let mut child = person
        .envs(environment)
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let mut input = child.stdin.take().expect("it is piped");
    input.write_all(job.to_string().as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let said: Value = serde_json::from_slice(&output.stdout).expect("the terminal's JSON");
    if let Some(problem) = said["problem"].as_str() {
        panic!("{problem}; the terminal shows:\n{}", shown(&said));
    }
    said
}
