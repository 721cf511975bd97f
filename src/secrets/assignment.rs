//! Secrets that a text gives a name to: `password=…` in options, properties, connection strings and queries,
//! `"password": "…"` in JSON, `Authorization: …` in headers.

use super::literal::is_literal;
use super::name::is_secret_name;
use crate::facts::tokens::SIGNATURES;

/// The least length of a signature in a URL.
const SIGNATURE_MIN: usize = 16;

/// Headers and members whose value may have several words.
const HEADERS: &[&str] = &["authorization", "proxy-authorization", "cookie", "set-cookie"];

/// How the value of the header `Authorization` begins, in lower case.
const SCHEMES: &[&str] = &["basic", "bearer", "digest", "negotiate", "token"];

/// Whether a text gives a secret to a name.
pub fn is_in(text: &str) -> bool {
    text.lines().any(|line| {
        let at = line.match_indices(['=', ':']);
        at.into_iter().any(|(at, sign)| {
            let (before, after) = (end_of(&line[..at]), start_of(&line[at + 1..]));
            if sign == "=" {
                is_assigned(before, after)
            } else {
                is_told(before, after)
            }
        })
    })
}

/// How much of a long line counts on each side of a `=` or `:`, in bytes. Names and secrets are much shorter.
const SIDE_MAX: usize = 2000;

fn end_of(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(SIDE_MAX))..]
}

fn start_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(SIDE_MAX)]
}

/// The name before a `=` or `:`.
struct Name<'a> {
    text: &'a str,
    /// What is before the name.
    before: &'a str,
    /// Whether the name stands in quotes, as in JSON.
    is_quoted: bool,
}

fn name_at_end(before: &str) -> Name<'_> {
    let bare = before.trim_end_matches(['"', '\'', '\\', ' ', '\t']);
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let start = bare
        .rfind(|c| !is_of_name(c))
        .map_or(0, |at| at + bare[at..].chars().next().map_or(1, char::len_utf8));
    Name {
        text: &bare[start..],
        before: &bare[..start],
        is_quoted: before[bare.len()..].contains(['"', '\'']),
    }
}

/// Whether `before=after` gives a secret to a name. A comparison (`"$TOKEN" = x`, `==`) does not.
fn is_assigned(before: &str, after: &str) -> bool {
    let name = name_at_end(before);
    let is_compared = after.starts_with('=') || before.ends_with(['=', '!', '<', '>']);
    if is_compared || name.before.ends_with(['$', '{']) && name.before.contains('$') {
        return false;
    }
    let is_spaced = before.ends_with([' ', '\t']);
    if !is_spaced && after.starts_with([' ', '\t']) {
        return false;
    }
    let value = value(after.trim_start_matches([' ', '\t']), true);
    let is_signature =
        || SIGNATURES.contains(&name.text.to_ascii_lowercase().as_str()) && value.len() >= SIGNATURE_MIN;
    is_literal(value) && (is_secret_name(name.text) || is_signature())
}

/// Whether `before:after` gives a secret to a name. In prose it does not: behind `Password: ` comes one word, and the
/// end of the line, of the quotes or of the list.
fn is_told(before: &str, after: &str) -> bool {
    let name = name_at_end(before);
    // OpenSSL's way to give a password.
    if name.text == "pass" && !after.starts_with([' ', '\t']) {
        return is_literal(value(after, true));
    }
    if HEADERS.contains(&name.text.to_ascii_lowercase().as_str()) {
        return is_header(after, !name.is_quoted && is_inside_quotes(name.before));
    }
    let is_option = is_option(&name);
    if !is_secret_name(name.text) || !name.is_quoted && !after.starts_with([' ', '\t']) && !is_option {
        return false;
    }
    let told = after.trim_start_matches([' ', '\t']);
    let value = value(told, name.is_quoted || !is_inside_quotes(name.before));
    let rest = told
        .trim_start_matches(['"', '\'', '\\'])
        .get(value.len()..)
        .unwrap_or_default();
    let is_end = rest.trim_start().is_empty()
        || rest
            .trim_start()
            .starts_with(['"', '\'', '\\', ',', '}', ']', ';', '#']);
    is_literal(value) && (is_end || is_option)
}

/// Whether the name is that of a header behind `-H`, where no space need follow the colon.
fn is_option(name: &Name) -> bool {
    let before = name.before.trim_end_matches(['"', '\'', ' ']);
    before.len() < name.before.len() && before.ends_with("-H")
}

/// Whether a header's value is a secret: `Bearer …`, `Basic …`, `name=…`.
fn is_header(after: &str, is_in_quotes: bool) -> bool {
    let value = after.trim_start_matches([' ', '\t', '"', '\'', '\\']);
    let end = if is_in_quotes {
        value.find(['"', '\''])
    } else {
        None
    };
    let value = value[..end.unwrap_or(value.len())].trim();
    let (scheme, rest) = value.split_once(' ').unwrap_or(("", value));
    let is_scheme = SCHEMES.contains(&scheme.to_ascii_lowercase().as_str());
    let value = if is_scheme { rest } else { value };
    // A cookie has a name.
    let named = value.trim_end_matches('=').split_once('=');
    is_literal(named.map_or(value, |(_, value)| value))
}

/// Returns the value at the beginning of a text, without its quotes if it `may_be_quoted`.
fn value(text: &str, may_be_quoted: bool) -> &str {
    let bare = text.trim_start_matches('\\');
    if may_be_quoted && let Some(quote) = bare.chars().next().filter(|c| "\"'".contains(*c)) {
        let inner = &bare[1..];
        return inner[..inner.find([quote, '\\']).unwrap_or(inner.len())].trim();
    }
    let is_end = |c: char| c.is_whitespace() || "\"'`,;&|)}]>\\".contains(c);
    // A command's output and an expression begin a value and have spaces in them.
    if text.starts_with(['`', '<']) || text.starts_with("$(") || text.starts_with("${") {
        return text;
    }
    &text[..text.find(is_end).unwrap_or(text.len())]
}

/// Whether quotes are open at the end of a text.
fn is_inside_quotes(text: &str) -> bool {
    let is_odd = |quote| text.matches(quote).count() % 2 == 1;
    is_odd('"') || is_odd('\'')
}
