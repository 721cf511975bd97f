//! JSON.

use super::scanner::Scanner;
use super::span::Class;

pub fn scan(scanner: &mut Scanner) {
    while let Some(next) = scanner.peek() {
        match next {
            '"' => {
                let length = scanner.string_length('"');
                let is_key = scanner.rest()[length..].trim_start().starts_with(':');
                scanner.take(if is_key { Class::Key } else { Class::Text }, length);
            }
            '-' | '0'..='9' => {
                scanner.take_while(Class::Number, |c| c.is_ascii_digit() || "+-.eE".contains(c));
            }
            'a'..='z' => scanner.take_while(Class::Word, |c| c.is_ascii_lowercase()),
            _ => scanner.take(Class::Plain, 1),
        }
    }
}
