//! Bash, or the part of it that the generated scripts use.

use super::scanner::{Scanner, is_word};
use super::span::Class;

const WORDS: &[&str] = &[
    "if", "then", "elif", "else", "fi", "for", "in", "do", "done", "while", "until", "case", "esac",
    "function", "return", "exit", "local", "export", "readonly", "set", "trap", "read", "shift",
];

pub fn scan(scanner: &mut Scanner) {
    // The word that ends a here-document whose text begins on the next line.
    let mut here: Option<String> = None;
    while let Some(next) = scanner.peek() {
        match next {
            '\n' => {
                scanner.take(Class::Plain, 1);
                if let Some(end) = here.take() {
                    scanner.take_here_document(&end);
                }
            }
            '#' if scanner.is_word_start() => scanner.take_line(Class::Comment),
            '\'' => {
                let rest = scanner.rest();
                let length = rest[1..].find('\'').map_or(rest.len(), |at| at + 2);
                scanner.take(Class::Text, length);
            }
            '"' => quoted(scanner),
            '\\' => scanner.take(Class::Plain, 2),
            '$' => variable(scanner),
            '<' if scanner.rest().starts_with("<<") && !scanner.rest().starts_with("<<<") => {
                here = here_document(scanner.rest());
                scanner.take(Class::Plain, 2);
            }
            '-' if scanner.is_word_start() => scanner.take_while(Class::Key, is_word),
            _ if is_word(next) => {
                let is_start = scanner.is_word_start();
                let rest = scanner.rest();
                let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
                let class = match word {
                    _ if is_start && rest[word.len()..].starts_with('=') => Class::Variable,
                    _ if is_start && WORDS.contains(&word) => Class::Word,
                    _ => Class::Plain,
                };
                scanner.take(class, word.len());
            }
            _ => scanner.take(Class::Plain, 1),
        }
    }
}

/// Takes a text in double quotes, and the variables in it. Treats commands in it as text.
fn quoted(scanner: &mut Scanner) {
    scanner.take(Class::Text, 1);
    while let Some(next) = scanner.peek() {
        match next {
            '"' => return scanner.take(Class::Text, 1),
            '\\' => scanner.take(Class::Text, 2),
            '$' => variable(scanner),
            _ => scanner.take(Class::Text, 1),
        }
    }
}

fn variable(scanner: &mut Scanner) {
    let rest = &scanner.rest()[1..];
    let length = match rest.chars().next() {
        Some('{') => rest.find('}').map_or(rest.len(), |at| at + 1),
        Some('(') | None => return scanner.take(Class::Plain, 1),
        Some(c) if c.is_ascii_alphabetic() || c == '_' => rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(rest.len()),
        Some(c) => c.len_utf8(),
    };
    scanner.take(Class::Variable, length + 1);
}

/// Returns the word that ends the here-document. `rest` starts at `<<`.
fn here_document(rest: &str) -> Option<String> {
    let word = rest[2..].trim_start_matches(['-', ' ', '\'', '"', '\\']);
    let word = &word[..word.find(|c| !is_word(c)).unwrap_or(word.len())];
    (!word.is_empty()).then(|| word.to_owned())
}
