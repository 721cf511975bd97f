//! Terraform's HCL.

use super::scanner::{Scanner, is_word};
use super::span::Class;

const BLOCKS: &[&str] = &[
    "terraform",
    "provider",
    "resource",
    "data",
    "module",
    "variable",
    "output",
    "locals",
    "moved",
];

pub fn scan(scanner: &mut Scanner) {
    let mut here: Option<String> = None;
    while let Some(next) = scanner.peek() {
        let rest = scanner.rest();
        match next {
            '\n' => {
                scanner.take(Class::Plain, 1);
                if let Some(end) = here.take() {
                    scanner.take_here_document(&end);
                }
            }
            '#' => scanner.take_line(Class::Comment),
            '/' if rest.starts_with("//") => scanner.take_line(Class::Comment),
            '"' => quoted(scanner),
            '<' if rest.starts_with("<<") => {
                let word = rest[2..].trim_start_matches('-');
                let word = &word[..word.find(|c| !is_word(c)).unwrap_or(word.len())];
                here = (!word.is_empty()).then(|| word.to_owned());
                scanner.take(Class::Plain, 2);
            }
            '0'..='9' => scanner.take_while(Class::Number, |c| c.is_ascii_digit() || c == '.'),
            _ if is_word(next) => word(scanner),
            _ => scanner.take(Class::Plain, 1),
        }
    }
}

fn word(scanner: &mut Scanner) {
    let is_line_start = scanner.is_line_start();
    let rest = scanner.rest();
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start_matches(' ');
    let class = match &rest[..end] {
        "true" | "false" | "null" => Class::Word,
        _ if after.starts_with('=') && !after.starts_with("==") => Class::Key,
        word if is_line_start && (BLOCKS.contains(&word) || after.starts_with('{')) => Class::Word,
        "var" | "local" | "each" | "data" | "module" => Class::Variable,
        _ if after.starts_with('.') || rest[end..].starts_with('.') => Class::Variable,
        _ => Class::Plain,
    };
    scanner.take(class, end);
}

/// Takes a text in quotes. Anything in `${…}` is a reference, including quotes.
fn quoted(scanner: &mut Scanner) {
    scanner.take(Class::Text, 1);
    while let Some(next) = scanner.peek() {
        match next {
            '"' => return scanner.take(Class::Text, 1),
            '\\' => scanner.take(Class::Text, 2),
            '$' if scanner.rest().starts_with("$${") => scanner.take(Class::Text, 3),
            '$' if scanner.rest().starts_with("${") => {
                let mut depth = 0;
                let end = scanner.rest().char_indices().find_map(|(at, c)| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    (c == '}' && depth == 0).then_some(at + 1)
                });
                scanner.take(Class::Variable, end.unwrap_or(2));
            }
            _ => scanner.take(Class::Text, 1),
        }
    }
}
