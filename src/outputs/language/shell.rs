//! Bash. Only this file quotes values for a shell.

use crate::document::written::Written;

/// Quotes a value as one word of a shell. NUL characters are removed, because an argument cannot contain them.
///
/// Inside single quotes a shell changes nothing, not even `!` in an interactive one. Characters that cannot be in
/// single quotes, or that shellcheck warns about there, are in double quotes.
pub fn quote(value: &Written) -> Written {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    let text = value.text();
    if !text.is_empty() && text.chars().all(is_plain) && !text.starts_with('=') {
        value.clone()
    } else {
        in_quotes(value)
    }
}

/// Quotes a text of this program as one word of a shell.
pub fn word(words: &str) -> Written {
    quote(&words.into())
}

/// Quotes a value like [`quote`], but a plain word too. After `name=`, a bare `a-b` would look like arithmetic.
pub fn in_quotes(value: &Written) -> Written {
    if is_plain_in_double_quotes(value.text()) {
        return value.between("\"", "\"");
    }
    if !value.text().contains(|c| c == '\0' || is_for_double_quotes(c)) {
        return value.between("'", "'");
    }
    let mut open = None;
    // Every character counts: the first of a run opens its quotes.
    let mut word = value.escaped(
        |_| true,
        |word, rest| {
            let Some(c) = rest.chars().next().filter(|c| *c != '\0') else {
                return;
            };
            let quote = if is_for_double_quotes(c) { '"' } else { '\'' };
            if open != Some(quote) {
                word.extend(open);
                word.push(quote);
                open = Some(quote);
            }
            if matches!(c, '$' | '`' | '\\') {
                word.push('\\');
            }
            word.push(c);
        },
    );
    match open {
        Some('"') => word.push("\""),
        Some(_) => word.push("'"),
        None => word.push("''"),
    }
    word
}

/// Returns whether a value with apostrophes is best read in one pair of double quotes, in which no shell changes any of its
/// characters.
fn is_plain_in_double_quotes(value: &str) -> bool {
    let is_special = |c: char| matches!(c, '"' | '$' | '`' | '\\' | '!' | '\0' | '\u{2018}' | '\u{2019}');
    value.contains('\'') && !value.contains(is_special)
}

fn is_for_double_quotes(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '$' | '`' | '\\')
}

/// Returns whether the AWS CLI would read an option's value from the address that the value contains. Version 1 also
/// does so for `http://` and `https://`.
pub fn is_address(value: &str) -> bool {
    ["file://", "fileb://", "http://", "https://"]
        .iter()
        .any(|scheme| value.starts_with(scheme))
}

/// Returns whether the AWS CLI takes the only item of a list literally. It would read an address, and it would read a text
/// that begins with `[` as the JSON of the whole list.
/// Source: `_unpack_complex_cli_arg` in `awscli/argprocess.py`, versions 1 and 2, read 2026-11.
pub fn is_literal_item(item: &str) -> bool {
    !is_address(item) && !item.trim_start().starts_with('[')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text::Text;

    fn quoted(value: &str) -> String {
        word(value).text().to_owned()
    }

    #[test]
    fn every_value_is_one_word() {
        for value in [
            "",
            "plain",
            "O'Brien",
            "$(rm -rf ~)",
            "a\nb",
            "\"",
            "\\",
            "!x",
            "`id`",
            "🦀",
            "</script>",
            "*",
            "a\\'b\\",
            "a’b",
            "=a",
            "~",
        ] {
            assert_eq!(shlex::split(&quoted(value)).unwrap(), [value], "{value:?}");
        }
        assert_eq!(quoted("a\0b"), "'ab'");
    }

    #[test]
    fn a_word_is_quoted_where_a_shell_or_a_reader_needs_it() {
        for (value, word) in [
            ("a-b_c./:=@%+,9", "a-b_c./:=@%+,9"),
            ("=a", "'=a'"),
            ("a b", "'a b'"),
            ("it's", "\"it's\""),
            ("it's $", r#"'it'"'"'s '"\$""#),
            ("it's!", r#"'it'"'"'s!'"#),
            ("$a`b\\", r#""\$"'a'"\`"'b'"\\""#),
            ("a\u{2018}\u{2019}", "'a'\"\u{2018}\u{2019}\""),
            ("\0", "''"),
        ] {
            assert_eq!(quoted(value), word);
        }
        assert_eq!(in_quotes(&"a-b".into()).text(), "'a-b'");
    }

    #[test]
    fn a_placeholder_is_marked_within_its_quotes() {
        let text = Text::from("$").then(Text::missing("region", "<REGION>"));
        let word = quote(&text.shown());
        assert_eq!(word.text(), r#""\$"'<REGION>'"#);
        assert_eq!(&word.text()[word.missing()[0].at.clone()], "<REGION>");
    }
}
