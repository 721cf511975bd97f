//! Finds the Region in a text as the AWS console shows it: with its name, its code, or both.

use crate::aws::region::{is_known, partition};
use crate::facts::regions::{REGIONS, STANDARD};

/// Words around a Region that say nothing about which one it is.
const AROUND: &[&str] = &["aws", "region", "default", "awslogs-region", "export", "e", "env"];

/// Older words of the console, and words in other letters, each with the word of the table.
const SAME: &[(&str, &str)] = &[("eu", "europe"), ("s\u{e3}o", "sao"), ("z\u{fc}rich", "zurich")];

/// Whether the text is the code of a Region, in any case.
pub fn is_code(text: &str) -> bool {
    is_known(&text.to_ascii_lowercase())
}

/// Returns the code of the only Region that a text names, if the text is more than the code.
pub fn meant(text: &str) -> Option<&'static str> {
    if is_code(text) {
        return None;
    }
    let words = words(text);
    let mut coded = REGIONS
        .iter()
        .filter(|(code, _)| words.iter().any(|word| word == code));
    if let Some((code, name)) = coded.next() {
        let of_name = self::words(name);
        let is_of_region = |word: &String| word == code || of_name.contains(word);
        return (coded.next().is_none() && words.iter().all(is_of_region)).then_some(*code);
    }
    let mut named = REGIONS.iter().filter(|(code, name)| is_named(&words, code, name));
    let (code, _) = named.next()?;
    named.next().is_none().then_some(*code)
}

/// Whether the words are the name of the Region, or the place in it. In a partition of its own, the place is not enough:
/// *Germany* is more likely Frankfurt.
fn is_named(of_text: &[String], code: &str, name: &str) -> bool {
    let place = name.split_once('(').map_or("", |(_, place)| place);
    let is_place = || partition(code) == STANDARD.1 && of_text == words(place);
    !of_text.is_empty() && (of_text == words(name) || is_place())
}

/// Returns the words of a text in lower case that can say which Region it is.
fn words(text: &str) -> Vec<String> {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '-';
    let words = text
        .split(|c| !is_of_word(c))
        .map(|word| word.trim_matches('-').to_lowercase());
    words
        .filter(|word| !word.is_empty() && !AROUND.contains(&word.as_str()))
        .map(|word| {
            let same = SAME.iter().find(|(other, _)| *other == word);
            same.map_or(word, |(_, same)| (*same).to_owned())
        })
        .collect()
}
