//! Passwords that a script gives to a command as an argument: `docker login -p …`, `curl -u user:…`, `--password …`.

use super::literal::{is_literal, is_user_with_password};
use super::name::is_secret_name;

/// Commands in which `-u a:b` names a user and a group.
const WITH_GROUPS: &[&str] = &["docker", "podman", "nerdctl", "chown", "install", "chroot"];

/// Commands in which a password follows `-p` without a space.
const MYSQL: &[&str] = &["mysql", "mysqldump", "mysqladmin", "mariadb", "sshpass"];

/// Whether a text has a command with a password.
pub fn is_in(text: &str) -> bool {
    if !text.contains([' ', '\t', '\n']) {
        return false;
    }
    let lines = text.replace("\\\r\n", " ").replace("\\\n", " ");
    lines.lines().any(|line| {
        let commands: Vec<Vec<&str>> = commands(line).into_iter().map(words).collect();
        commands.iter().any(|words| has_password(words)) || commands.windows(2).any(is_piped)
    }) || is_netrc(&lines)
}

/// Splits a line at what separates commands. Not a parser: a separator in quotes separates too, which hides no option.
fn commands(line: &str) -> Vec<&str> {
    line.split(['|', ';', '&'])
        .filter(|command| !command.trim().is_empty())
        .collect()
}

fn words(command: &str) -> Vec<&str> {
    command
        .split_whitespace()
        .map(|word| word.trim_matches(['"', '\'', '(', ')', '\\', ',', '[', ']']))
        .collect()
}

/// The name of a program, without its directory.
fn program(word: &str) -> &str {
    word.rsplit_once('/').map_or(word, |(_, name)| name)
}

fn has_password(words: &[&str]) -> bool {
    let has = |names: &[&str]| words.iter().any(|word| names.contains(&program(word)));
    let is_curl = words
        .iter()
        .any(|word| program(word).starts_with("curl") || program(word) == "wget");
    let has_groups = has(WITH_GROUPS) && !is_curl;
    let is_mysql = has(MYSQL);
    let logs_in_at = words.iter().position(|word| *word == "login");
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let is_password = || is_literal(next) && !next.starts_with('-');
        match *word {
            "-u" | "--user" | "-U" | "--proxy-user" => !has_groups && is_user_with_password(next),
            "-p" => (is_mysql || logs_in_at.is_some_and(|login| login < at)) && is_password(),
            "set" => {
                let value = words.get(at + 2).copied().unwrap_or_default();
                is_secret_name(next.rsplit_once(':').map_or(next, |(_, key)| key)) && is_literal(value)
            }
            word => {
                let glued = |option| word.strip_prefix(option).filter(|_| !word.starts_with("--"));
                is_long_option_of_secret(word, next) && is_password()
                    || is_curl && glued("-u").is_some_and(is_user_with_password)
                    || is_mysql && glued("-p").is_some_and(is_literal)
            }
        }
    })
}

/// Whether the next word of a long option is a secret. `--secret id=…` of a build and `--cookie FILE` name none.
fn is_long_option_of_secret(word: &str, next: &str) -> bool {
    let is_about = |part: &str| word.to_ascii_lowercase().ends_with(part);
    let is_elsewhere = is_about("secret") && next.contains("id=")
        || is_about("auth") && !next.contains(':')
        || is_about("cookie") && !next.contains('=');
    word.starts_with("--") && !word.contains('=') && is_secret_name(word) && !is_elsewhere
}

/// Whether the first of two commands prints a literal, and the second one reads a password.
fn is_piped(commands: &[Vec<&str>]) -> bool {
    let [first, second] = commands else { return false };
    let prints = first
        .iter()
        .any(|word| ["echo", "printf"].contains(&program(word)));
    let reads = second.contains(&"--password-stdin") || second.iter().any(|word| program(word) == "chpasswd");
    prints && reads && first.last().is_some_and(|word| is_literal(word))
}

/// Whether a text is a `.netrc`: `machine HOST login USER password PASSWORD`.
fn is_netrc(text: &str) -> bool {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(['"', '\'']))
        .collect();
    let has = |name| words.contains(&name);
    let given = words
        .windows(2)
        .any(|pair| pair[0] == "password" && is_literal(pair[1]));
    has("machine") && has("login") && given
}
