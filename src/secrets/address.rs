//! Addresses that hold a password: `https://user:password@host`, `user:password@host`, `jdbc:oracle:thin:user/password@host`.

use super::literal::{is_literal, is_number, is_user_with_password};

/// From this length on, a user without a password in a web address is taken for an access token.
const TOKEN_LENGTH_MIN: usize = 16;

/// Whether a text holds such an address.
pub fn is_in(text: &str) -> bool {
    has_url(text) || text.contains('@') && text.split(is_end).any(|word| is_bare(word) || is_oracle(word))
}

/// What no address contains. `=` is no end here, because a password may have one.
fn is_end(c: char) -> bool {
    c.is_whitespace() || "\"'`,;()<>|".contains(c)
}

/// Whether the text holds a URL whose user information is secret, also before its `@` is typed.
fn has_url(text: &str) -> bool {
    text.match_indices("://").any(|(at, _)| {
        let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
        let scheme = text[..at].rsplit(|c| !is_of_scheme(c)).next().unwrap_or_default();
        let rest = &text[at + 3..];
        let authority = &rest[..rest
            .find(|c| is_end(c) || "/?#\\".contains(c))
            .unwrap_or(rest.len())];
        match authority.rsplit_once('@') {
            Some((user, _)) => match user.split_once(':') {
                Some((_, password)) => is_literal(password),
                None => is_token(scheme, user),
            },
            None => is_unfinished(authority),
        }
    })
}

/// Whether the user of a web address is an access token. `ssh://git@…` names a user.
fn is_token(scheme: &str, user: &str) -> bool {
    scheme.to_ascii_lowercase().starts_with("http") && user.len() >= TOKEN_LENGTH_MIN && is_literal(user)
}

/// Whether `host:port` is the user and the password of an address that is still being typed: no port has a letter.
fn is_unfinished(authority: &str) -> bool {
    !authority.starts_with('[')
        && authority
            .split_once(':')
            .is_some_and(|(_, password)| !is_number(password) && is_literal(password))
}

/// Whether a word is `user:password@host`. Not meant: URLs, ARNs, the digest behind an image's tag, `mailto:me@host`,
/// `12:34@host`.
fn is_bare(word: &str) -> bool {
    let value = word.split_once('=').map_or(word, |(_, value)| value);
    let is_other = |text: &&str| text.starts_with("arn:") || text.starts_with("mailto:");
    if word.contains("://") || [word, value].iter().any(is_other) {
        return false;
    }
    word.rsplit_once('@').is_some_and(|(user, host)| {
        let user = user.rsplit_once("//").map_or(user, |(_, user)| user);
        is_host(host) && is_user_with_password(user)
    })
}

fn is_host(text: &str) -> bool {
    let host = &text[..text.find(['/', '?', '#', '\\', '&']).unwrap_or(text.len())];
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "-._$".contains(c);
    // A version is no address.
    let is_named =
        name.contains(|c: char| c.is_ascii_alphabetic() || c == '$') || name.matches('.').count() == 3;
    is_named && name.chars().all(is_of_name) && is_number(port)
}

/// Whether a word is an address of Oracle's driver with a password.
fn is_oracle(word: &str) -> bool {
    word.contains("jdbc:oracle:")
        && word.rsplit_once('@').is_some_and(|(user, _)| {
            let user = user.rsplit_once(':').map_or(user, |(_, user)| user);
            user.split_once('/')
                .is_some_and(|(_, password)| is_literal(password))
        })
}
