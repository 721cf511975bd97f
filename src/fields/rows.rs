//! Splits a text that was pasted into one row, such as a `.env` file, into the rows that it holds.

use super::field::Field;
use super::kind::{Kind, RowValue};
use crate::facts::ecs::VARIABLES_MAX;

/// What a shell or the command `docker run` has in front of a variable.
const BEFORE: &[&str] = &["export ", "-e ", "--env ", "--env="];

/// Returns the rows in a text that was pasted into one row of the field. `None` if the text is one row: it has a single
/// line, or a line that is not `NAME=value`, so that its line breaks belong to the value; or if the field has no rows.
pub fn pasted_rows(field: &Field, text: &str) -> Option<Vec<String>> {
    let Kind::Rows(of) = &field.kind else { return None };
    let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows: Vec<String> = match of.value {
        RowValue::Variable | RowValue::Reference => lines.map(variable).collect::<Option<_>>()?,
        RowValue::Tag => lines.map(tag).collect::<Option<_>>()?,
    };
    // More rows than AWS can hold would only make the page slow.
    (2..=VARIABLES_MAX).contains(&rows.len()).then_some(rows)
}

fn variable(line: &str) -> Option<String> {
    let line = without_continuation(line);
    let behind = BEFORE.iter().find_map(|before| line.strip_prefix(before));
    let assignment = behind.map_or(line, str::trim_start);
    // In a command, the quotes can be around the name too.
    let quoted = behind.filter(|_| is_quoted(assignment));
    let (name, value) = quoted
        .map_or(assignment, |_| without_quotes(assignment))
        .split_once('=')?;
    // A command takes one word; what follows is another variable or another command.
    let is_word = is_quoted(value) || !value.contains(char::is_whitespace);
    let is_whole = behind.is_none() || quoted.is_some() || is_word;
    let value = if quoted.is_some() {
        value
    } else {
        without_quotes(value)
    };
    (is_name(name) && is_whole).then(|| format!("{name}={value}"))
}

fn tag(line: &str) -> Option<String> {
    let (key, value) = without_continuation(line).split_once('=')?;
    let key = key.trim_end();
    (!key.is_empty()).then(|| format!("{key}={}", without_quotes(value.trim_start())))
}

/// Returns the line without the sign with which a shell continues it on the next line.
fn without_continuation(line: &str) -> &str {
    let before = line
        .strip_suffix('\\')
        .filter(|before| before.ends_with([' ', '\t']));
    before.map_or(line, str::trim_end)
}

/// Whether the text is in quotes that pair: no other quote of this kind is in it.
fn is_quoted(text: &str) -> bool {
    let mut quotes = ['"', '\''].into_iter();
    quotes.any(|quote| {
        let inner = text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
        inner.is_some_and(|inner| !inner.contains(quote))
    })
}

fn without_quotes(text: &str) -> &str {
    if is_quoted(text) {
        &text[1..text.len() - 1]
    } else {
        text
    }
}

/// Whether a variable of a shell can have this name.
fn is_name(name: &str) -> bool {
    let is_of_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    name.bytes().all(is_of_name) && name.starts_with(|c: char| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields;

    fn check(field: &Field, cases: &[(&str, Option<&[&str]>)]) {
        for (text, expected) in cases {
            let rows = pasted_rows(field, text);
            let rows: Option<Vec<&str>> = rows
                .as_ref()
                .map(|rows| rows.iter().map(String::as_str).collect());
            assert_eq!(rows.as_deref(), *expected, "{}: {text:?}", field.key);
        }
    }

    #[test]
    fn each_variable_of_a_file_or_a_command_is_a_row() {
        check(
            &fields::ENV,
            &[
                ("A=1\nB=2", Some(&["A=1", "B=2"])),
                ("A=1\r\nB=2\r\n", Some(&["A=1", "B=2"])),
                ("\u{FEFF}A=1\nB=2", Some(&["A=1", "B=2"])),
                ("\n# a comment\nA=1\n\n  # B=0\nB=2\n", Some(&["A=1", "B=2"])),
                ("  A=1\n\tB=2  ", Some(&["A=1", "B=2"])),
                ("export A=1\nexport B=2", Some(&["A=1", "B=2"])),
                ("-e A=1 \\\n-e B=2 \\", Some(&["A=1", "B=2"])),
                ("--env A=1 \\\n  --env=B=2", Some(&["A=1", "B=2"])),
                ("-e \"A=1 2\" \\\n-e 'B=\"2\"'", Some(&["A=1 2", "B=\"2\""])),
                (
                    "A=\"1 2\"\nB='3'\nexport C=\"4 5\"",
                    Some(&["A=1 2", "B=3", "C=4 5"]),
                ),
                ("A=\"1\nB=2\"", Some(&["A=\"1", "B=2\""])),
                ("A=\"1\" \"2\"\nB='", Some(&["A=\"1\" \"2\"", "B='"])),
                ("A=1 2\nB=c=d", Some(&["A=1 2", "B=c=d"])),
                ("_a1=\nB=x\\", Some(&["_a1=", "B=x\\"])),
                ("A=\"\"\nB=2", Some(&["A=", "B=2"])),
            ],
        );
    }

    #[test]
    fn more_rows_than_aws_can_hold_stay_one_text() {
        let rows = |count| pasted_rows(&fields::ENV, &"A=1\n".repeat(count)).map(|rows| rows.len());
        assert_eq!(rows(VARIABLES_MAX), Some(VARIABLES_MAX));
        assert_eq!(rows(VARIABLES_MAX + 1), None);
    }

    #[test]
    fn any_other_text_is_one_row() {
        check(
            &fields::ENV,
            &[
                ("", None),
                ("A=1", None),
                ("A=1\n", None),
                ("A=1\n# B=2", None),
                ("A=first\nsecond", None),
                ("A: 1\nB: 2", None),
                ("A=1\nB: 2", None),
                ("A = 1\nB = 2", None),
                ("1A=1\nB=2", None),
                ("A-B=1\nC=2", None),
                ("=1\nB=2", None),
                ("A=1\n\\\nB=2", None),
                ("-e A=1 -e B=2\n-e C=3", None),
                ("export A=1; export B=2\nexport C=3", None),
                ("-----BEGIN KEY-----\nTUlJ=\n-----END KEY-----", None),
                ("docker run -e A=1\n-e B=2", None),
                ("\u{e9}A=1\nB=2", None),
            ],
        );
        check(&fields::DELEGATE_NAME, &[("A=1\nB=2", None)]);
        check(&fields::INIT_SCRIPT, &[("A=1\nB=2", None)]);
        check(&fields::SUBNETS, &[("A=1\nB=2", None)]);
    }

    #[test]
    fn references_and_tags_are_rows_too() {
        let arn = "arn:aws:ssm:us-west-2:012345678901:parameter/a";
        let text = format!("A={arn}\nB=\"{arn}\"");
        let rows = [format!("A={arn}"), format!("B={arn}")];
        assert_eq!(pasted_rows(&fields::SECRET_ENV, &text), Some(rows.to_vec()));
        check(
            &fields::TAGS,
            &[
                (
                    "team=blue\ncost-center=4711",
                    Some(&["team=blue", "cost-center=4711"]),
                ),
                (
                    "aws name = \"a b\"\r\n# x=y\r\nowner=J\u{fc}rgen=x",
                    Some(&["aws name=a b", "owner=J\u{fc}rgen=x"]),
                ),
                ("team=blue", None),
                ("team=blue\nsecond line", None),
                ("=blue\nb=c", None),
            ],
        );
    }
}
