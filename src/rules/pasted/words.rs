//! Splits a pasted text into values and the names in front of them. It knows the signs of shells, `.env` files, JSON,
//! YAML and Terraform, not their grammars.

use super::places::{is_name, plain};
use crate::rules::placeholder;

/// A word that can be a value, and the name in front of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    /// The name, if it is one of a field.
    pub name: Option<String>,
    /// The value.
    pub value: &'a str,
}

/// The parts of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The parts, in the order of the text.
    pub all: Vec<Part<'a>>,
    /// Whether the text is a command of Docker, which has many words besides.
    pub is_docker: bool,
    /// Whether the text has a single word, and only punctuation around it.
    pub is_word: bool,
}

/// Words before a value or between values, which are no value themselves.
const BETWEEN: &[&str] = &["-e", "--env", "-", "$", "=", ":", "export", "set", "ENV"];

/// The first word of commands that name an image, and their subcommands.
const DOCKER: &[&str] = &["docker", "podman", "nerdctl", "sudo", "run", "pull", "image"];

/// Names of members around the lists of a network configuration.
const AROUND: &[&str] = &["networkconfiguration", "awsvpcconfiguration"];

/// The most words of a label that Harness or AWS shows beside a value.
const WORDS_OF_LABEL: usize = 3;

/// Returns the parts of a text.
pub fn parts(text: &str) -> Parts<'_> {
    let words: Vec<&str> = text.split(is_between).filter_map(word).collect();
    let is_docker = words.iter().take(3).any(|word| DOCKER[..3].contains(word));
    // A word in braces is more likely a placeholder.
    let is_word = words.len() == 1 && !text.contains('{');
    let mut all: Vec<Part> = Vec::new();
    let (mut name, mut at) = (None, 0);
    while at < words.len() {
        if let Some((label, count)) = label(&words[at..]) {
            name = Some(label).filter(|label| is_name(label));
            at += count;
            continue;
        }
        let word = words[at];
        at += 1;
        if BETWEEN.contains(&word) || is_docker && name.is_none() && DOCKER.contains(&word) {
            continue;
        }
        let mut options = ["--env=", "-e="].iter();
        let word = options
            .find_map(|option| word.strip_prefix(option))
            .unwrap_or(word);
        let assigned = word.split_once('=');
        let assigned = assigned.filter(|(name, value)| is_name(name) && !value.is_empty());
        let part = match assigned {
            Some((name, value)) => Part {
                name: Some(name.to_owned()),
                value,
            },
            None => Part {
                name: name.take(),
                value: word,
            },
        };
        name = None;
        all.push(part);
    }
    Parts {
        all: with_variables(all),
        is_docker,
        is_word,
    }
}

/// Joins the pairs of `"name": "ACCOUNT_ID", "value": "…"`: the first names the variable, the second has its value.
fn with_variables(all: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let is_called = |part: &Part, names: &[&str]| {
        let name = part.name.as_deref().map(plain);
        name.is_some_and(|name| names.contains(&name.as_str()))
    };
    let mut joined: Vec<Part> = Vec::new();
    for part in all {
        let variable = joined.last().filter(|last| {
            is_called(&part, &["value", "valuefrom"]) && is_called(last, &["name"]) && is_name(last.value)
        });
        match variable.map(|last| last.value.to_owned()) {
            Some(name) => {
                joined.pop();
                joined.push(Part {
                    name: Some(name),
                    value: part.value,
                });
            }
            None => joined.push(part),
        }
    }
    joined
}

/// Whether a character separates words: white space, quotes, brackets, commas, and the sign that continues a line.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || "\"'`\u{2018}\u{2019}\u{201a}\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}[]{},;\\".contains(c)
}

fn word(text: &str) -> Option<&str> {
    let word = placeholder::address_in_brackets(text).unwrap_or(text);
    (!word.is_empty()).then_some(word)
}

/// Returns the name at the start of the words and how many words it takes, if the value is in the next word. A label of
/// the form can have several words: `Account ID: `.
fn label(words: &[&str]) -> Option<(String, usize)> {
    let first = *words.first()?;
    if first.starts_with("--") && is_name(first) {
        return Some((first.to_owned(), 1));
    }
    (1..=words.len().min(WORDS_OF_LABEL)).find_map(|count| {
        let (all, is_apart) = (
            words[..count].join(" "),
            matches!(words.get(count), Some(&":" | &"=")),
        );
        let name = match all.strip_suffix([':', '=']) {
            Some(name) => name.to_owned(),
            None if is_apart => all,
            None => return None,
        };
        let is_known = is_name(&name) || AROUND.contains(&plain(&name).as_str());
        is_known.then(|| (name, count + usize::from(is_apart)))
    })
}
