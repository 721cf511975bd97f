//! YAML, or the part of it that CloudFormation templates use.

use super::scanner::{Scanner, is_word};
use super::span::Class;

pub fn scan(scanner: &mut Scanner) {
    while !scanner.rest().is_empty() {
        line(scanner);
    }
}

fn line(scanner: &mut Scanner) {
    let rest = scanner.rest();
    let whole = &rest[..rest.find('\n').map_or(rest.len(), |at| at + 1)];
    let indent = whole.len() - whole.trim_start_matches(' ').len();
    scanner.take(Class::Plain, indent);
    while scanner.rest().starts_with("- ") {
        scanner.take(Class::Plain, 2);
    }
    if let Some(length) = key_length(scanner.rest()) {
        scanner.take(Class::Key, length);
        scanner.take(Class::Plain, 1);
    }
    value(scanner);
    scanner.take(Class::Plain, 1);
    // The lines of a block scalar are indented more than the line that opens it.
    if matches!(
        whole.trim_end().rsplit(' ').next(),
        Some("|" | "|-" | "|+" | ">" | ">-" | ">+")
    ) {
        while !scanner.rest().is_empty() {
            let rest = scanner.rest();
            let next = &rest[..rest.find('\n').map_or(rest.len(), |at| at + 1)];
            let is_deeper =
                next.len() - next.trim_start_matches(' ').len() > indent || next.trim().is_empty();
            if !is_deeper {
                return;
            }
            scanner.take(Class::Text, next.len());
        }
    }
}

/// Returns the length of the key that begins here, if a colon and white space follow it.
fn key_length(rest: &str) -> Option<usize> {
    let line = rest.lines().next()?;
    let length = if let Some(quoted) = line.strip_prefix('"') {
        quoted.find('"')? + 2
    } else {
        line.find(|c: char| !(is_word(c) || "./:".contains(c)))
            .unwrap_or(line.len())
    };
    let word = &line[..length];
    if let Some(word) = word.strip_suffix(':') {
        return (!word.is_empty()).then_some(word.len());
    }
    let after = &line[length..];
    (after == ":" || after.starts_with(": ")).then_some(length)
}

/// Takes the rest of the line.
fn value(scanner: &mut Scanner) {
    while let Some(next) = scanner.peek() {
        match next {
            '\n' => return,
            '#' if scanner.is_word_start() => scanner.take_line(Class::Comment),
            '"' => {
                let length = scanner.string_length('"');
                scanner.take(Class::Text, length);
            }
            '\'' => {
                let rest = scanner.rest();
                let length = rest[1..].find('\'').map_or(rest.len(), |at| at + 2);
                scanner.take(Class::Text, length);
            }
            '!' if scanner.is_word_start() => scanner.take_while(Class::Variable, |c| c == '!' || is_word(c)),
            _ if is_word(next) => {
                let rest = scanner.rest();
                let end = rest
                    .find(|c: char| c.is_whitespace() || ",]}".contains(c))
                    .unwrap_or(rest.len());
                let word = &rest[..end];
                let class = match word {
                    "true" | "false" | "null" => Class::Word,
                    _ if word.bytes().all(|b| b.is_ascii_digit() || b == b'.') => Class::Number,
                    _ => Class::Plain,
                };
                scanner.take(class, end);
            }
            _ => scanner.take(Class::Plain, 1),
        }
    }
}
