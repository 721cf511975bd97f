//! Secrets with a shape of their own: delegate tokens, access tokens, private keys.

use crate::facts::harness::TOKEN_LENGTH;
use crate::facts::tokens::{
    AWS_SECRET_KEY_LENGTH, HARNESS_PREFIXES, PLAIN_TOKEN_SHAPES, TOKEN_SHAPES, TokenShape, WEBHOOKS,
};
use crate::harness::token::is_issued;

/// The least number of characters of the first two parts of a Harness access token: the account's ID and the token's.
/// Host names such as `pat.example.com` have shorter ones.
const HARNESS_PARTS_MIN: [usize; 2] = [16, 8];

/// The least length of what is a secret by its shape alone.
pub const SHORTEST: usize = 14;

/// Whether a text holds such a secret.
pub fn is_in(text: &str) -> bool {
    has_delegate_token(text)
        || has_marked_token(text)
        || has_bare_key(text)
        || (text.contains("-----BEGIN") && text.contains("PRIVATE KEY"))
        || WEBHOOKS.iter().any(|webhook| text.contains(webhook))
}

/// Whether the text has a delegate token as Harness issues it, as a word of its own. A checksum of a file has the same
/// shape, and says so before it: `sha256-…=`.
fn has_delegate_token(text: &str) -> bool {
    text.match_indices('=').any(|(at, _)| {
        let Some(start) = (at + 1).checked_sub(TOKEN_LENGTH) else {
            return false;
        };
        let is_word = !text[at + 1..].starts_with('=');
        let before = text.get(..start).unwrap_or_default();
        is_word
            && text.get(start..=at).is_some_and(is_issued)
            && !before.ends_with(|c: char| c.is_ascii_alphanumeric())
            && !before.ends_with("sha256-")
    })
}

/// Whether the text has a token that its beginning tells: one that its issuer marks, one of Harness, or a JSON Web Token.
fn has_marked_token(text: &str) -> bool {
    // Most words are shorter than any token.
    let mut words = text
        .split(|c| !is_of_token(c))
        .filter(|word| word.len() >= SHORTEST);
    words.any(|word| {
        let is_edge = |c: char| !c.is_ascii_alphanumeric();
        let behind_edges = word
            .match_indices(is_edge)
            .map(|(at, edge)| &word[at + edge.len()..]);
        let mut starts = std::iter::once(word).chain(behind_edges);
        starts.any(|start| is_marked(start) || is_of_harness(start) || is_web_token(start))
    })
}

/// What a token can consist of.
fn is_of_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_-.".contains(c)
}

fn is_marked(word: &str) -> bool {
    let has = |shape: &TokenShape, is_of: fn(char) -> bool| {
        let rest = word.strip_prefix(shape.prefix);
        rest.is_some_and(|rest| rest.chars().take_while(|c| is_of(*c)).count() >= shape.rest_min)
    };
    TOKEN_SHAPES.iter().any(|shape| has(shape, is_of_token))
        || PLAIN_TOKEN_SHAPES
            .iter()
            .any(|shape| has(shape, |c| c.is_ascii_alphanumeric()))
}

/// Whether a word is an access token of Harness: `pat.ACCOUNT.ID.SECRET`.
fn is_of_harness(word: &str) -> bool {
    HARNESS_PREFIXES.iter().any(|prefix| {
        word.strip_prefix(prefix).is_some_and(|rest| {
            let mut parts = rest.split('.');
            let mut least = HARNESS_PARTS_MIN.iter();
            least.all(|min| parts.next().is_some_and(|part| part.len() >= *min))
        })
    })
}

/// Whether a word is a JSON Web Token: the base64 of `{"` begins with `eyJ`, and a dot ends its first part.
fn is_web_token(word: &str) -> bool {
    let parts = word.split_once('.');
    parts.is_some_and(|(head, body)| head.starts_with("eyJ") && head.len() >= 11 && body.starts_with("eyJ"))
}

/// Whether the text has, as a word of its own, what only an AWS secret access key or a delegate token looks like, whose
/// `=` a double click does not select. A commit of Git has as many characters, but no capital letters. The fingerprint
/// of an SSH key is public.
fn has_bare_key(text: &str) -> bool {
    let is_of = |c: char| c.is_ascii_alphanumeric() || "+/".contains(c);
    let is_key = |word: &str| {
        let has = |least: usize, is: fn(&u8) -> bool| word.bytes().filter(is).count() >= least;
        [AWS_SECRET_KEY_LENGTH, TOKEN_LENGTH - 1].contains(&word.len())
            && word.chars().all(is_of)
            && has(4, u8::is_ascii_uppercase)
            && has(4, u8::is_ascii_lowercase)
            && has(2, u8::is_ascii_digit)
    };
    let mut before = "";
    text.split(|c: char| !is_of(c) && !"._-".contains(c)).any(|word| {
        let is_fingerprint = before == "SHA256";
        before = word;
        is_key(word) && !is_fingerprint
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_token_is_shorter_than_the_shortest() {
        for shape in TOKEN_SHAPES.iter().chain(PLAIN_TOKEN_SHAPES) {
            let shortest = format!("{}{}", shape.prefix, "a".repeat(shape.rest_min));
            assert!(shortest.len() >= SHORTEST && is_in(&shortest), "{}", shape.prefix);
            assert!(!is_in(&shortest[..shortest.len() - 1]), "{}", shape.prefix);
            assert!(is_in(&format!("see {shortest}, please")) && !is_in(&format!("x{shortest}")));
        }
        assert!(
            WEBHOOKS
                .iter()
                .all(|webhook| webhook.len() >= SHORTEST && is_in(webhook))
        );
    }
}
