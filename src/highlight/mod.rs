//! Colours for the generated files: splits each line into spans. Joined, the spans are exactly the file.

mod hcl;
mod json;
mod scanner;
mod shell;
mod span;
mod yaml;

use crate::document::written::Mark;
use crate::outputs::Language;
use scanner::Scanner;
pub use span::{Class, Span};

/// Returns the lines of a file, each with its line feed. `missing` marks the missing values in the text.
pub fn lines(language: Language, text: &str, missing: &[Mark]) -> Vec<Vec<Span>> {
    let mut scanner = Scanner::new(text);
    match language {
        Language::Json => json::scan(&mut scanner),
        Language::Shell => shell::scan(&mut scanner),
        Language::Hcl => hcl::scan(&mut scanner),
        Language::Yaml => yaml::scan(&mut scanner),
        Language::Text => scanner.take(Class::Plain, text.len()),
    }
    let mut lines = vec![Vec::new()];
    let mut start = 0;
    for (class, text) in scanner.spans {
        for piece in text.split_inclusive('\n') {
            if let Some(line) = lines.last_mut() {
                with_missing(line, class, piece, start, missing);
            }
            if piece.ends_with('\n') {
                lines.push(Vec::new());
            }
            start += piece.len();
        }
    }
    if lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// Adds a text to a line, and splits the missing values off. `start` is where the text begins in the file.
fn with_missing(line: &mut Vec<Span>, class: Class, text: &str, start: usize, missing: &[Mark]) {
    let mut push = |class, text: &str| {
        if !text.is_empty() {
            line.push(Span {
                class,
                text: text.to_owned(),
            });
        }
    };
    let mut done = 0;
    let first = missing.partition_point(|mark| mark.at.end <= start);
    for mark in &missing[first..] {
        let (from, to) = (mark.at.start.saturating_sub(start), mark.at.end - start);
        // A placeholder lies within one span, because no language splits it.
        let (Some(before), Some(placeholder)) = (text.get(done..from), text.get(from..to)) else {
            break;
        };
        push(class, before);
        push(Class::Missing, placeholder);
        done = to;
    }
    push(class, text.get(done..).unwrap_or_default());
}

#[cfg(test)]
mod tests;
