//! Secrets with a shape of their own: delegate tokens, access tokens, private keys.

use crate::facts::harness::TOKEN_LENGTH;
use crate::facts::tokens::{
    AWS_SECRET_KEY_LENGTH, HARNESS_PREFIXES, PLAIN_TOKEN_SHAPES, TOKEN_SHAPES, WEBHOOKS,
};
use crate::harness::token::is_issued;

/// The least number of characters of the first two parts of a Harness access token: the account's ID and the token's.
/// Host names such as `pat.example.com` have shorter ones.
const HARNESS_PARTS_MIN: [usize; 2] = [16, 8];

/// The least length of a token that its issuer marks, with its prefix.
const MARKED_MIN: usize = 14;

/// Whether a text holds such a secret.
pub fn is_in(text: &str) -> bool {
    has_delegate_token(text)
        || has_marked_token(text)
        || has_harness_token(text)
        || has_web_token(text)
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

/// Whether the text has a token whose issuer marks it.
fn has_marked_token(text: &str) -> bool {
    let is_any = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let is_plain = |c: char| c.is_ascii_alphanumeric();
    // Most words are shorter than any token.
    let words = || text.split(|c| !is_any(c)).filter(|word| word.len() >= MARKED_MIN);
    let has = |prefix: &str, rest_min: usize, is_of: &dyn Fn(char) -> bool| {
        let mut rests = words().flat_map(|word| starts_of(word, prefix));
        rests.any(|rest| rest.chars().take_while(|c| is_of(*c)).count() >= rest_min)
    };
    if words().next().is_none() {
        return false;
    }
    TOKEN_SHAPES
        .iter()
        .any(|one| has(one.prefix, one.rest_min, &is_any))
        || PLAIN_TOKEN_SHAPES
            .iter()
            .any(|one| has(one.prefix, one.rest_min, &is_plain))
}

/// Whether the text has an access token of Harness: `pat.ACCOUNT.ID.SECRET`.
fn has_harness_token(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    HARNESS_PREFIXES.iter().any(|prefix| {
        starts_of(text, prefix).any(|rest| {
            let mut parts = rest
                .split(|c| !is_part(c) && c != '.')
                .next()
                .unwrap_or_default()
                .split('.');
            HARNESS_PARTS_MIN
                .iter()
                .all(|min| parts.next().is_some_and(|part| part.len() >= *min))
        })
    })
}

/// Whether the text has a JSON Web Token: the base64 of `{"` begins with `eyJ`, and a dot ends its first part.
fn has_web_token(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    starts_of(text, "eyJ").any(|rest| {
        let head = rest.trim_start_matches(is_part);
        rest.len() - head.len() >= 8 && head.strip_prefix('.').is_some_and(|body| body.starts_with("eyJ"))
    })
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

/// Returns what follows the prefix, wherever it begins a word.
fn starts_of<'a>(text: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(prefix).filter_map(move |(at, _)| {
        let is_start = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        is_start.then(|| &text[at + prefix.len()..])
    })
}
