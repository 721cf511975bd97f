//! The check of the AWS CLI's version compares numbers, in every shell, in a script and pasted.

mod common;

use common::programs;
use common::terminal::{How, Shell};
use configurator::deployment::needed_cli::NeededCli;
use configurator::facts::aws_cli::Version;
use configurator::outputs::language::cli_version::lines;
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
    std::os::unix::fs::symlink(programs::find("awk"), directory.path().join("awk")).expect("a link");
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

/// The check for these versions, as `V1 V2`, in a subshell.
fn check(needed: &str) -> String {
    let versions: Vec<Version> = needed
        .split(' ')
        .map(|version| {
            let numbers: Vec<u16> = version
                .split('.')
                .map(|number| number.parse().expect("a number"))
                .collect();
            Version(numbers[0], numbers[1], numbers[2])
        })
        .collect();
    let needed = NeededCli {
        v1: versions[0],
        v2: versions[1],
    };
    format!("(\n{}\n)", lines(needed, "").join("\n"))
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
                let script = format!("{}\n", check(needed));
                let output = run(shell, directory.path(), &script);
                let said_now = programs::said(&output);
                assert_eq!(
                    output.status.success(),
                    is_enough,
                    "{shell:?} {said} {needed}: {said_now}"
                );
                if is_enough {
                    assert_eq!(said_now, "", "{shell:?} {said} {needed}");
                } else {
                    assert_eq!(said_now.lines().count(), 1, "{said_now}");
                    assert!(said_now.ends_with("Nothing was changed.\n"), "{said_now}");
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
            "The AWS CLI here is version 2.9.19. Version 1.36.7, 2.22.2 or newer is needed. Nothing was changed.\n",
        ),
        (
            "aws-cli/1.18.69 Python/3.8.10",
            "The AWS CLI here is version 1.18.69. Version 1.36.7, 2.22.2 or newer is needed. Nothing was changed.\n",
        ),
    ] {
        let (directory, _) = place(said);
        let output = run(Shell::Bash, directory.path(), &check("1.36.7 2.22.2"));
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), sentence);
    }
}

/// Pasted or typed into an interactive shell, where `!` would be history and `#` a command.
#[test]
fn it_can_be_pasted() {
    let text = format!(
        "{} && echo $((6 * 7))\n{}\n",
        check("1.36.7 2.9.19"),
        check("1.36.7 2.22.2")
    );
    for shell in Shell::available() {
        for &how in How::ALL {
            let (_directory, setting) = place(CASES[0].0);
            let shown = shell.run(&setting, &[(how, &text)], &[]);
            shown.assert_at_prompt();
            assert!(shown.text.contains("42\n"), "{shell:?} {how:?}: {}", shown.text);
            let sentence = "The AWS CLI here is version 2.9.19. Version 1.36.7, 2.22.2 or newer is needed.";
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
    let text = check("1.36.7 2.22.2");
    assert!(
        !text.contains(['!', '`', '#']) || text.matches('#').count() == 2,
        "{text}"
    );
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("check.sh");
    std::fs::write(&file, text).expect("it is writable");
    let judged = programs::run(
        programs::command("shellcheck")
            .args(["--norc", "--severity=style", "--shell=sh", "--format=gcc"])
            .arg(&file),
    );
    assert!(judged.status.success(), "{}", programs::said(&judged));
}
