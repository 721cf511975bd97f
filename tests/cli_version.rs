//! The check of the AWS CLI's version compares numbers, in every shell, in a script and pasted.

mod common;

use common::programs;
use common::terminal::{How, Shell};
use configurator::outputs::language::cli_version::FUNCTION;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// What `aws --version` prints, and the versions that it satisfies and does not, as `V1 V2`.
const CASES: &[(&str, &[&str], &[&str])] = &[
    (
        "aws-cli/2.9.19 Python/3.11.2 Linux/6.18 source/x86_64.debian.12 prompt/off",
        &[
            "1.18.69 2.0.0",
            "1.99.0 2.9.18",
            "1.99.0 2.9.19",
            "1.99.0 2.8.100",
        ],
        &["1.0.0 2.9.20", "1.0.0 2.10.0", "1.0.0 2.10.1", "1.0.0 2.22.2"],
    ),
    (
        "aws-cli/2.10.0 Python/3.9.11 Darwin/22.6.0 exe/x86_64 prompt/off",
        &["1.99.0 2.9.19", "1.99.0 2.10.0"],
        &["1.0.0 2.10.1", "1.0.0 2.11.0"],
    ),
    (
        "aws-cli/1.18.69 Python/3.8.10 Linux/5.4.0 botocore/1.16.19",
        &[
            "1.9.100 2.99.0",
            "1.18.69 2.99.0",
            "1.18.68 2.99.0",
            "1.2.0 2.99.0",
        ],
        &["1.18.70 2.0.0", "1.19.0 2.0.0", "1.36.7 2.0.0", "1.100.0 2.0.0"],
    ),
    (
        "aws-cli/1.9.2 Python/2.7.18 Linux/4.4 botocore/1.3.2",
        &["1.9.2 2.0.0", "1.8.99 2.0.0"],
        &["1.18.69 2.0.0", "1.10.0 2.0.0"],
    ),
    // Without a third number, with a suffix, with a zero in front, after a warning.
    ("aws-cli/2.4 Python/3", &["1.0.0 2.4.0"], &["1.0.0 2.4.1"]),
    ("aws-cli/2.0.0dev4 Python/3", &["1.0.0 2.0.0"], &["1.0.0 2.0.8"]),
    ("aws-cli/2.09.08 Python/3", &["1.0.0 2.9.8"], &["1.0.0 2.9.10"]),
    (
        "DeprecationWarning: 1.2 3\naws-cli/1.36.7 Python/3.8.10",
        &["1.36.7 2.0.0"],
        &["1.36.8 2.0.0"],
    ),
    // No version.
    ("", &[], &["1.0.0 2.0.0"]),
    ("aws-cli/3.0.0 Python/3", &[], &["1.0.0 2.0.0"]),
    ("zsh: command not found: aws", &[], &["1.0.0 2.0.0"]),
];

/// A directory with an `aws` that prints this, and a command that runs in it.
fn place(version: &str) -> (TempDir, Command) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    std::fs::write(directory.path().join("version"), format!("{version}\n")).expect("it is writable");
    let file = directory.path().join("version");
    let aws = format!(
        "#!{}\n[ \"$*\" = --version ] && exec '{}' '{}'\n",
        programs::find("bash").display(),
        programs::find("cat").display(),
        file.display()
    );
    programs::script(&directory.path().join("aws"), &aws);
    let mut setting = Command::new(programs::find("bash"));
    setting.current_dir(directory.path());
    setting
        .env_clear()
        .env("PATH", directory.path())
        .env("HOME", directory.path());
    (directory, setting)
}

fn run(shell: Shell, directory: &Path, script: &str) -> Output {
    let mut command = Command::new(shell.program());
    command.args(["-c", script]).env_clear().env("PATH", directory);
    programs::run(command.current_dir(directory))
}

#[test]
fn versions_are_compared_as_numbers() {
    let shells = [Shell::Zsh, Shell::Bash, Shell::Dash];
    for shell in shells.into_iter().filter(|shell| shell.is_available()) {
        for (said, enough, old) in CASES {
            let (directory, _) = place(said);
            for (needed, is_enough) in enough
                .iter()
                .map(|n| (n, true))
                .chain(old.iter().map(|n| (n, false)))
            {
                let script = format!(
                    "set -eu\n{FUNCTION}has=mine\nif cli_is_new_enough {needed}; then :; else echo no; fi\necho $has"
                );
                let output = run(shell, directory.path(), &script);
                let printed = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(
                    output.stderr.is_empty(),
                    "{shell:?} {said} {needed}: {}",
                    programs::said(&output)
                );
                let lines: Vec<&str> = printed.lines().collect();
                if is_enough {
                    assert_eq!(lines, ["mine"], "{shell:?} {said} {needed}");
                } else {
                    assert_eq!(lines[1..], ["no", "mine"], "{shell:?} {said} {needed}");
                    assert!(lines[0].ends_with("Nothing was changed."), "{}", lines[0]);
                }
            }
        }
    }
}

#[test]
fn the_sentence_names_the_versions_that_are_there_and_needed() {
    for (said, sentence) in [
        (
            "aws-cli/2.9.19 Python/3.11.2",
            "The AWS CLI here is version 2.9.19, and version 2.22.2 or newer is needed. Nothing was changed.\n",
        ),
        (
            "aws-cli/1.18.69 Python/3.8.10",
            "The AWS CLI here is version 1.18.69, and version 1.36.7 or newer is needed. Nothing was changed.\n",
        ),
        (
            "",
            "The AWS CLI does not tell its version, and version 2.22.2 or newer is needed. Nothing was changed.\n",
        ),
    ] {
        let (directory, _) = place(said);
        let output = run(
            Shell::Bash,
            directory.path(),
            &format!("{FUNCTION}cli_is_new_enough 1.36.7 2.22.2"),
        );
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), sentence);
    }
}

/// Pasted or typed into an interactive shell, where `!` would be history and `#` a command.
#[test]
fn it_can_be_pasted() {
    let text = format!(
        "{FUNCTION}cli_is_new_enough 1.36.7 2.9.19 && echo $((6 * 7))\ncli_is_new_enough 1.36.7 2.22.2\n"
    );
    for shell in Shell::available() {
        for &how in How::ALL {
            let (_directory, setting) = place(CASES[0].0);
            let shown = shell.run(&setting, &[(how, &text)], &[]);
            shown.assert_at_prompt();
            assert!(shown.text.contains("42\n"), "{shell:?} {how:?}: {}", shown.text);
            let sentence = "The AWS CLI here is version 2.9.19, and version 2.22.2 or newer is needed.";
            assert_eq!(
                shown.text.matches(sentence).count(),
                1,
                "{shell:?} {how:?}: {}",
                shown.text
            );
            assert_eq!(shown.status, Some(1), "{shell:?} {how:?}: {}", shown.text);
        }
    }
}

/// No comment, no history expansion, nothing that bash 3.2, dash or zsh lacks.
#[test]
fn it_is_plain_sh() {
    assert!(!FUNCTION.contains(['!', '`']), "{FUNCTION}");
    assert!(
        FUNCTION.lines().all(|line| !line.trim_start().starts_with('#')),
        "{FUNCTION}"
    );
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("check.sh");
    std::fs::write(&file, FUNCTION).expect("it is writable");
    let judged = programs::run(
        programs::command("shellcheck")
            .args(["--norc", "--severity=style", "--shell=sh", "--format=gcc"])
            .arg(&file),
    );
    assert!(judged.status.success(), "{}", programs::said(&judged));
}
