//! Bash: the one place where a value is quoted for a shell.

use crate::document::written::Written;

/// A value as one word of a shell, whatever it holds. A NUL cannot be in an argument, and is left out.
///
/// Single quotes, in which a shell changes nothing, not even `!` where it is pasted into a terminal. What cannot be in
/// them, or looks there as if something else was meant, is in double quotes: shellcheck has nothing to say.
pub fn quote(value: &Written) -> Written {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    let text = value.text();
    if !text.is_empty() && text.chars().all(is_plain) && !text.starts_with('=') {
        value.clone()
    } else {
        in_quotes(value)
    }
}

/// Words of this program as one word of a shell.
pub fn word(words: &str) -> Written {
    quote(&words.into())
}

/// The same with quotes around a plain word too, as behind `name=`, where `a-b` would look like a sum.
pub fn in_quotes(value: &Written) -> Written {
    let mut open = None;
    let mut word = value.escaped(|word, rest| {
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
    });
    match open {
        Some('"') => word.push("\""),
        Some(_) => word.push("'"),
        None => word.push("''"),
    }
    word
}

fn is_for_double_quotes(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '$' | '`' | '\\')
}

/// Lines of comment, however many lines the text has.
pub fn comment(text: &Written) -> Written {
    let mut all = Written::default();
    for line in text.lines() {
        // A carriage return would hide what is before it from a person who looks at the file in a terminal.
        let line = line.escaped(|out, rest| match rest.chars().next() {
            Some('\r') => out.push(' '),
            c => out.extend(c),
        });
        all.append(&line.between("# ", "\n"));
    }
    all
}

/// Whether the AWS CLI takes the value of an option for the address of what it is to fetch: version 1 of `http` too.
pub fn is_address(value: &str) -> bool {
    ["file://", "fileb://", "http://", "https://"]
        .iter()
        .any(|scheme| value.starts_with(scheme))
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
    fn a_value_cannot_leave_a_comment() {
        let comment = comment(&"a\nrm -rf ~\rb".into());
        assert_eq!(comment.text(), "# a\n# rm -rf ~ b\n");
    }

    #[test]
    fn a_word_is_quoted_where_a_shell_or_a_reader_needs_it() {
        for (value, word) in [
            ("a-b_c./:=@%+,9", "a-b_c./:=@%+,9"),
            ("=a", "'=a'"),
            ("a b", "'a b'"),
            ("it's", r#"'it'"'"'s'"#),
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
