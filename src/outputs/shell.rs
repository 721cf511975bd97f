//! Bash: the one place where a value is quoted for a shell, and commands as data.

use std::fmt::Write as _;

/// A value as one word of a shell, whatever it holds. A NUL cannot be in an argument, and is left out.
///
/// Single quotes, in which a shell changes nothing, not even `!` where it is pasted into a terminal. What can't stand
/// in them, or looks there as if something else was meant, stands in double quotes: shellcheck has nothing to say.
pub fn quote(value: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    if !value.is_empty() && value.chars().all(is_plain) && !value.starts_with('=') {
        value.to_owned()
    } else {
        in_quotes(value)
    }
}

/// The same with quotes around a plain word too, as behind `name=`, where `a-b` would look like a sum.
pub fn in_quotes(value: &str) -> String {
    let mut word = String::with_capacity(value.len() + 2);
    let mut open = None;
    for c in value.chars().filter(|c| *c != '\0') {
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
    }
    word.extend(open);
    if word.is_empty() { "''".to_owned() } else { word }
}

fn is_for_double_quotes(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '$' | '`' | '\\')
}

/// Lines of comment, however many lines the text has.
pub fn comment(text: &str) -> String {
    text.lines().fold(String::new(), |mut all, line| {
        // A carriage return would hide what stands before it from a person who looks at the file in a terminal.
        let _ = writeln!(all, "# {}", line.replace('\r', " "));
        all
    })
}

/// A command and its options, each on a line of its own where they don't fit on one.
#[derive(Debug, Clone)]
pub struct Command {
    words: Vec<String>,
}

impl Command {
    /// A command of the AWS CLI: service, operation, and the Region that every command carries.
    pub fn aws(service: &str, operation: &str, region: &str) -> Self {
        Self {
            words: vec![format!("aws {service} {operation}")],
        }
        .option("--region", region)
    }

    /// An option and its value. A value that begins with a dash is tied to it, so that it is not taken for an option.
    #[must_use]
    pub fn option(mut self, name: &str, value: &str) -> Self {
        let separator = if value.starts_with('-') { "=" } else { " " };
        self.words.push(format!("{name}{separator}{}", quote(value)));
        self
    }

    /// An option and several values.
    #[must_use]
    pub fn options(mut self, name: &str, values: &[&str]) -> Self {
        let values: Vec<_> = values.iter().map(|value| quote(value)).collect();
        self.words.push(format!("{name} {}", values.join(" ")));
        self
    }

    /// An option whose value is what the shell's variable holds.
    #[must_use]
    pub fn variable(mut self, name: &str, variable: &str) -> Self {
        self.words.push(format!("{name} \"${variable}\""));
        self
    }

    /// An option without a value.
    #[must_use]
    pub fn flag(mut self, name: &str) -> Self {
        self.words.push(name.to_owned());
        self
    }

    /// On one line.
    pub fn line(&self) -> String {
        self.words.join(" ")
    }

    /// As it stands in a script: on one line where that is short, else an option a line.
    pub fn script(&self) -> String {
        let line = self.line();
        if line.len() <= 100 && !line.contains('\n') {
            line
        } else {
            self.words.join(" \\\n  ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(shlex::split(&quote(value)).unwrap(), [value], "{value:?}");
        }
        assert_eq!(quote("a\0b"), "'ab'");
    }

    #[test]
    fn a_value_cannot_leave_a_comment_or_become_an_option() {
        assert_eq!(comment("a\nrm -rf ~\rb"), "# a\n# rm -rf ~ b\n");
        let command = Command::aws("ecs", "create-cluster", "-x").option("--cluster-name", "a b");
        assert_eq!(
            command.script(),
            "aws ecs create-cluster --region=-x --cluster-name 'a b'"
        );
    }
}
