//! sed. Only this file quotes values for an expression of sed.

use super::shell::{quote, word};
use crate::document::written::Written;

/// Between the parts of an expression.
const DELIMITER: char = '|';

/// Returns an expression as one word of the shell. sed replaces `placeholder` with the value of a shell variable, but only
/// between the words `before` and `after`. The value must not contain a backslash, `&`, the delimiter or a line feed.
pub fn replacement(before: &Written, placeholder: &Written, after: &str, variable: &str) -> Written {
    let found = pattern(&Written::joined([before, placeholder], "").between("", after));
    let first = Written::joined([&found, &kept(before)], "|").between("s|", "");
    let last = kept(&after.into()).between("", "|g");
    let words = [
        quote(&first),
        format!("\"${variable}\"").into(),
        word(last.text()),
    ];
    Written::joined(&words, "")
}

/// Escapes words that a basic regular expression must match literally.
fn pattern(words: &Written) -> Written {
    escaped(words, &['\\', '.', '*', '[', ']', '^', '$', DELIMITER])
}

/// Escapes words that stand in the replacement.
fn kept(words: &Written) -> Written {
    escaped(words, &['\\', '&', DELIMITER])
}

fn escaped(words: &Written, special: &[char]) -> Written {
    words.escaped(
        |c| special.contains(&c),
        |out, rest| {
            out.push('\\');
            out.extend(rest.chars().next());
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_plain_where_it_can_be() {
        let expression = replacement(
            &"\"arn:aws:iam::".into(),
            &"<AWS_ACCOUNT_ID>".into(),
            ":",
            "account",
        );
        assert_eq!(
            expression.text(),
            r#"'s|"arn:aws:iam::<AWS_ACCOUNT_ID>:|"arn:aws:iam::'"$account"':|g'"#
        );
    }

    /// The words before and after stay as they are, whatever they contain.
    #[test]
    fn sed_takes_every_word_literally() {
        for before in [
            "a.b*c", "[x]", "^y$", "a|b", "\\", "\\\\n", "&", "it's", "$(id)", "`id`", "\"", "(+?{})",
        ] {
            let text = format!("{before}<A>;<A>");
            let expression = replacement(&before.into(), &"<A>".into(), ";", "v");
            let script = format!(
                "v=0123; printf '%s' {} | sed -e {}",
                word(&text).text(),
                expression.text()
            );
            let output = std::process::Command::new("bash")
                .args(["-c", &script])
                .output()
                .unwrap();
            assert_eq!(
                String::from_utf8_lossy(&output.stdout).trim_end(),
                format!("{before}0123;<A>"),
                "{script}"
            );
        }
    }
}
