//! The command that starts a delegate with Docker, Podman or nerdctl.

use super::command::{self, Command, RUNNERS};
use super::described::{Described, assignment, only_delegate};
use super::failure::Failure;
use super::note::{Note, quoted};
use crate::facts::docker::RUN_FLAGS;

/// What is read, in words.
const WHAT: &str = "a docker run command";

/// Whether a text begins with a command that starts a container, and so belongs into the import box.
pub fn is_command(text: &str) -> bool {
    command::begins_with_run(text)
}

/// Reads the delegate of these commands.
///
/// # Errors
///
/// None of them starts a delegate, or more than one does.
pub fn delegate(commands: &[Command]) -> Result<Described, Failure> {
    let runs = commands
        .iter()
        .filter(|command| RUNNERS.contains(&command.program.as_str()));
    only_delegate(runs.map(described).collect())
}

fn described(command: &Command) -> Described {
    let mut described = Described {
        what: WHAT,
        ..Described::default()
    };
    let mut words = command.words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        if word == "--" {
            continue;
        }
        if !word.starts_with('-') || word == "-" {
            described.image = Some(word.to_owned());
            break;
        }
        if is_flag(word) {
            flag(word, &mut described);
            continue;
        }
        let (name, value) = split(word);
        let value = value.or_else(|| words.next()).unwrap_or_default();
        option(name, value, &mut described);
    }
    let rest: Vec<&str> = words.collect();
    if !rest.is_empty() {
        let note = format!(
            "{}: the delegate has a command of its own.",
            quoted(&rest.join(" "))
        );
        described.notes.push(Note::left_out(note));
    }
    described
}

/// Splits `--name=value`, or `-nvalue`.
fn split(word: &str) -> (&str, Option<&str>) {
    if word.starts_with("--") {
        return word
            .split_once('=')
            .map_or((word, None), |(name, value)| (name, Some(value)));
    }
    // A short option is one letter.
    let (name, value) = word.split_at(word.char_indices().nth(2).map_or(word.len(), |(at, _)| at));
    (
        name,
        Some(value.strip_prefix('=').unwrap_or(value)).filter(|value| !value.is_empty()),
    )
}

/// Whether the word takes no value: a flag, several short ones in one word, or a flag with `=true`.
fn is_flag(word: &str) -> bool {
    let name = word.split_once('=').map_or(word, |(name, _)| name);
    let letters = name.strip_prefix('-').unwrap_or(name);
    RUN_FLAGS.contains(&name)
        || !letters.starts_with('-')
            && !letters.is_empty()
            && letters
                .chars()
                .all(|letter| RUN_FLAGS.contains(&format!("-{letter}").as_str()))
}

fn flag(word: &str, described: &mut Described) {
    let note = match word.split_once('=').map_or(word, |(name, _)| name) {
        "--privileged" => Some("a delegate needs no such rights"),
        "--read-only" => Some("a read-only root file system needs volumes for the delegate to write to"),
        "-P" | "--publish-all" => Some("nothing connects to a delegate"),
        // How the command runs, not what the container is.
        _ => None,
    };
    if let Some(note) = note {
        described.notes.push(Note::left_out(format!("`{word}`: {note}.")));
    }
}

fn option(name: &str, value: &str, described: &mut Described) {
    let mut leave_out = |why: &str| {
        let word = quoted(&format!("{name} {value}"));
        described.notes.push(Note::left_out(format!("{word}: {why}.")));
    };
    match name {
        "-e" | "--env" => variable(value, described),
        "--cpus" => match units(value) {
            Some(units) => described.cpu = Some(units),
            None => described.not_understood(&format!("{name} {value}"), "this is no number of CPUs"),
        },
        "-m" | "--memory" => match mebibytes(value) {
            Some(mebibytes) => described.memory = Some(mebibytes),
            None => described.not_understood(&format!("{name} {value}"), "this is no size of memory"),
        },
        "-h" | "--hostname" => described.hostname = Some(value.to_owned()),
        "--env-file" => described.not_understood(
            &format!("{name} {value}"),
            "the page cannot read that file. Paste its lines into Environment variables",
        ),
        "--name" => leave_out("ECS names the container of each task"),
        "--restart" | "--pull" | "--cidfile" | "--log-level" | "--platform" => leave_out("ECS decides it"),
        "--stop-timeout" => leave_out("set the stop timeout, under Container"),
        "-l" | "--label" => leave_out("labels are Docker's; ECS has tags"),
        "-p" | "--publish" | "--expose" => leave_out("nothing connects to a delegate"),
        "--net" | "--network" => leave_out("the launch type decides the network mode"),
        "-v" | "--volume" | "--mount" | "--tmpfs" => {
            leave_out("the page offers no volumes; add it to task-spec.json");
        }
        "-u" | "--user" => leave_out("the page offers no user; add it to task-spec.json"),
        "--log-driver" | "--log-opt" => leave_out("choose where the logs go, under Logs"),
        "--add-host"
        | "--dns"
        | "--ulimit"
        | "--cap-add"
        | "--cap-drop"
        | "--security-opt"
        | "--sysctl"
        | "-w"
        | "--workdir"
        | "--entrypoint"
        | "--memory-reservation"
        | "--memory-swap"
        | "-c"
        | "--cpu-shares" => {
            leave_out("no field holds it; add it to task-spec.json");
        }
        _ => described
            .notes
            .push(Note::not_understood(quoted(&format!("{name}={value}")))),
    }
}

fn variable(text: &str, described: &mut Described) {
    match assignment(text) {
        Some(pair) => described.variables.push(pair),
        None => described.not_understood(
            &format!("-e {text}"),
            "its value is in the environment of your shell",
        ),
    }
}

/// CPU units of a number of CPUs.
pub fn units(cpus: &str) -> Option<u64> {
    let number: f64 = cpus.trim().parse().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within 0 and a million
    (number > 0.0 && number < 1000.0).then(|| (number * 1024.0).round() as u64)
}

/// MiB of a size as Docker and Kubernetes write it: `2g`, `2048M`, `2Gi`, or bytes.
pub fn mebibytes(size: &str) -> Option<u64> {
    let size = size.trim().to_ascii_lowercase();
    let end = size
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(size.len());
    let (number, unit) = size.split_at(end);
    let factor = match unit.trim().trim_end_matches('b').trim_end_matches('i') {
        "" => 1.0 / 1024.0 / 1024.0,
        "k" => 1.0 / 1024.0,
        "m" => 1.0,
        "g" => 1024.0,
        _ => return None,
    };
    let number: f64 = number.parse().ok()?;
    let mebibytes = (number * factor).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within 1 and a million
    (1.0..1e7).contains(&mebibytes).then_some(mebibytes as u64)
}
