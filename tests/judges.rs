//! The judges judge: each AWS CLI reaches moto and nothing else, and a person's terminal behaves as terminals do.

mod common;

use common::cli::{self, Cli, REFUSED};
use common::moto::Moto;
use common::terminal::{How, Shell, Shown};
use common::{judges, programs};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A missing judge fails on Debian. Elsewhere the run names it.
#[test]
fn a_missing_judge_fails_on_debian_only() {
    let debian = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n";
    assert!(judges::leave_out("zsh", debian).is_err_and(|said| said.starts_with("zsh, ")));
    // Ubuntu, and macOS, which has no such file.
    for release in ["ID=ubuntu\nID_LIKE=debian\n", ""] {
        assert!(judges::leave_out("zsh", release).is_ok_and(|said| said.ends_with(": zsh")));
    }
}

/// Runs the wrapper `aws` in a directory with exactly these variables.
fn aws(directory: &Path, variables: &[(String, String)], arguments: &[&str]) -> Output {
    let mut command = Command::new(directory.join("aws"));
    command.args(arguments).current_dir(directory).env_clear();
    command
        .env("HOME", directory)
        .envs(variables.iter().map(|(name, value)| (name, value)));
    programs::run(&mut command)
}

fn placed(cli: Cli) -> TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    cli.place(&directory.path().join("aws"), &directory.path().join("calls"));
    directory
}

#[test]
fn each_cli_has_its_version_and_reaches_moto() {
    let moto = Moto::start();
    for cli in Cli::available() {
        assert!(
            cli.version().starts_with(&format!("{}.", &cli.name()[1..])),
            "{}",
            cli.version()
        );
        let directory = placed(cli);
        let mut variables = moto.environment();
        // Another Python's variables, and a proxy.
        for (name, value) in [
            ("PYTHONPATH", "/nowhere"),
            ("PYTHONHOME", "/nowhere"),
            ("HTTP_PROXY", "http://127.0.0.1:9"),
        ] {
            variables.push((name.to_owned(), value.to_owned()));
        }
        let said = aws(
            directory.path(),
            &variables,
            &["sts", "get-caller-identity", "--region", "us-west-2"],
        );
        assert!(said.status.success(), "{}", programs::said(&said));
        assert!(
            programs::said(&said).contains("123456789012"),
            "{}",
            programs::said(&said)
        );
        let recorded = std::fs::read_to_string(directory.path().join("calls")).expect("it is recorded");
        assert_eq!(
            programs::calls(&recorded),
            [["aws", "sts", "get-caller-identity", "--region", "us-west-2"]]
        );
    }
}

/// Without a server on loopback the wrapper does not start the CLI.
#[test]
fn a_call_without_the_endpoint_does_not_start() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let program = directory.path().join("program");
    programs::script(
        &program,
        &format!("#!{}\n: >started\n", programs::find("bash").display()),
    );
    cli::wrapper(
        &program,
        &directory.path().join("aws"),
        &directory.path().join("calls"),
    );
    let started = directory.path().join("started");
    for endpoint in [
        None,
        Some(""),
        Some("https://ecs.us-west-2.amazonaws.com"),
        Some("http://127.0.0.1.example.com"),
    ] {
        let variables: Vec<_> = endpoint
            .iter()
            .map(|endpoint| ("AWS_ENDPOINT_URL".to_owned(), (*endpoint).to_owned()))
            .collect();
        let said = aws(directory.path(), &variables, &["sts", "get-caller-identity"]);
        assert_eq!(said.status.code(), Some(REFUSED), "{endpoint:?}");
        assert!(
            programs::said(&said).contains("never call AWS."),
            "{}",
            programs::said(&said)
        );
        assert!(!started.exists(), "{endpoint:?} starts the CLI");
    }
    let variables = [("AWS_ENDPOINT_URL".to_owned(), "http://127.0.0.1:9".to_owned())];
    assert!(aws(directory.path(), &variables, &["sts"]).status.success());
    assert!(started.exists());
}

/// If a CLI did not go to the given endpoint, its call would end at a proxy that does not exist. The Region does not exist
/// either.
#[test]
fn a_call_that_goes_elsewhere_does_not_leave_this_machine() {
    let moto = Moto::start();
    for cli in Cli::available() {
        let directory = placed(cli);
        // The last one of two options wins.
        let elsewhere = [
            "sts",
            "get-caller-identity",
            "--region",
            "us-nowhere-1",
            "--endpoint-url",
            "https://sts.us-nowhere-1.invalid",
        ];
        let said = aws(directory.path(), &moto.environment(), &elsewhere);
        assert!(!said.status.success());
        assert!(
            programs::said(&said).contains("Failed to connect to proxy URL: \"http://127.0.0.1:9\""),
            "{}",
            programs::said(&said)
        );
    }
}

const SECRET: &str = "not-a-real-token";

/// A shell in an empty directory.
fn shell(shell: Shell, texts: &[(How, &str)], answers: &[&str]) -> (Shown, TempDir) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut setting = programs::command("bash");
    setting
        .current_dir(directory.path())
        .env("HOME", directory.path());
    (shell.run(&setting, texts, answers), directory)
}

#[test]
fn each_shell_runs_what_is_pasted_and_typed() {
    for judge in Shell::available().chain([Shell::Dash].into_iter().filter(|shell| shell.is_available())) {
        for &how in How::ALL {
            let (shown, directory) = shell(
                judge,
                &[(
                    how,
                    "echo one >one\nif true; then\n  echo $((6 * 7))\nfi\nfalse\n",
                )],
                &[],
            );
            shown.assert_at_prompt();
            assert!(shown.text.contains("42\n"), "{judge:?} {how:?}: {}", shown.text);
            assert!(
                directory.path().join("one").exists(),
                "{judge:?} {how:?}: {}",
                shown.text
            );
            assert_eq!(shown.status, Some(1), "{judge:?} {how:?}: {}", shown.text);
        }
    }
}

/// A comment is a command in zsh on a new Mac, and only there.
#[test]
fn zsh_has_no_comments() {
    for judge in Shell::available() {
        for &how in How::ALL {
            let (shown, directory) = shell(judge, &[(how, "# if it runs `touch ran`\n")], &[]);
            shown.assert_at_prompt();
            assert_eq!(
                directory.path().join("ran").exists(),
                judge == Shell::Zsh,
                "{judge:?} {how:?}: {}",
                shown.text
            );
            let (shown, _) = shell(judge, &[(how, "# it's\n")], &[]);
            assert_eq!(
                shown.is_at_prompt,
                judge == Shell::Bash,
                "{judge:?} {how:?}: {}",
                shown.text
            );
            assert_eq!(
                shown.text.contains("quote> "),
                judge == Shell::Zsh,
                "{judge:?} {how:?}: {}",
                shown.text
            );
        }
    }
}

/// Whether the shell asks terminals to mark pastes: zsh does, and bash from 5.1 on.
fn marks_pastes(shell: Shell) -> bool {
    let new_enough = "test $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1])) -ge 501";
    shell == Shell::Zsh
        || programs::run(programs::command("bash").args(["-c", new_enough]))
            .status
            .success()
}

/// Marked as a paste, the lines are one command: a question waits for the person. Otherwise it takes the next line.
#[test]
fn a_question_waits_for_the_person_or_takes_the_next_pasted_line() {
    let asks = "stty -echo; IFS= read -r given; stty echo\necho \"given: $given\" | tr a-z A-Z\n";
    for judge in Shell::available() {
        for &how in How::ALL {
            let (shown, _) = shell(judge, &[(how, asks), (How::Typed, "true")], &[SECRET]);
            shown.assert_at_prompt();
            let is_asked = how == How::Typed || how == How::Pasted && marks_pastes(judge);
            assert_eq!(
                shown.text.contains("GIVEN: NOT-A-REAL-TOKEN"),
                is_asked,
                "{judge:?} {how:?}: {}",
                shown.text
            );
            assert!(!shown.text.contains(SECRET), "{judge:?} {how:?}: {}", shown.text);
            let history = shown.history.expect("it keeps a history");
            assert!(history.contains("given"), "{judge:?} {how:?}: {history}");
            assert!(!history.contains(SECRET), "{judge:?} {how:?}: {history}");
        }
    }
}

/// What a person types at the prompt, a token too, is in the history: the judge would notice.
#[test]
fn the_history_holds_what_is_typed() {
    for judge in Shell::available() {
        let (shown, _) = shell(judge, &[(How::Typed, "token=not-a-real-token")], &[]);
        assert!(
            shown.history.is_some_and(|history| history.contains(SECRET)),
            "{judge:?}"
        );
    }
}

/// A person cannot go on, and the test says what the screen shows.
#[test]
fn a_terminal_that_waits_for_ever_shows_its_screen() {
    let bash = programs::find("bash");
    let bash = bash.to_str().expect("UTF-8");
    let steps = serde_json::json!([{"wait": "never shown"}]);
    let waits = || {
        common::terminal::program(
            &[bash, "-c", "echo screen; read -r line"],
            &programs::command("bash"),
            &steps,
            2,
        )
    };
    let said = std::panic::catch_unwind(waits).expect_err("it waits");
    let said = said.downcast_ref::<String>().expect("a message");
    assert!(
        said.contains("never shown") && said.contains("after 2 s") && said.contains("\nscreen"),
        "{said}"
    );
}
