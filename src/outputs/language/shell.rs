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

/// Whether the AWS CLI takes the value of an option for the address of what it is to fetch: version 1 of `http` too.
pub fn is_address(value: &str) -> bool {
    ["file://", "fileb://", "http://", "https://"]
        .iter()
        .any(|scheme| value.starts_with(scheme))
}

/// A command of the AWS CLI and its options, each on a line of its own where they don't fit on one.
///
/// No value becomes an option, and none that looks like an address is fetched: see [`Command::option`].
#[derive(Debug, Clone)]
pub struct Command {
    service: String,
    words: Vec<String>,
    /// What an option cannot hand over as it stands: members of the command's input, as JSON.
    members: Vec<String>,
}

impl Command {
    /// A command of the AWS CLI: service, operation, and the Region that every command carries.
    pub fn aws(service: &str, operation: &str, region: &str) -> Self {
        let mut command = Self {
            service: service.to_owned(),
            words: vec![format!("aws {service} {operation}")],
            members: Vec::new(),
        };
        // The CLI fetches no Region.
        command.words.push(tied("--region", region));
        command
    }

    /// An option and its value. A value that begins with a dash is tied to it, so that it is not taken for an option;
    /// one that the CLI would take for the address of a file stands in the command's input instead.
    #[must_use]
    pub fn option(mut self, name: &str, value: &str) -> Self {
        if is_address(value) {
            let (name, value) = (json(&self.member(name)), json(value));
            self.members.push(format!("{name}:{value}"));
        } else {
            self.words.push(tied(name, value));
        }
        self
    }

    /// An option whose value is a list of one.
    #[must_use]
    pub fn list_of(mut self, name: &str, value: &str) -> Self {
        if is_address(value) {
            self.words.push(tied(name, &format!("[{}]", json(value))));
        } else {
            self.words.push(tied(name, value));
        }
        self
    }

    /// An option whose value is what is in a file.
    #[must_use]
    pub fn file(mut self, name: &str, path: &str) -> Self {
        self.words.push(tied(name, &format!("file://{path}")));
        self
    }

    /// An option and several values, none of them a user's.
    #[must_use]
    pub fn options(mut self, name: &str, values: &[&str]) -> Self {
        let values: Vec<_> = values.iter().map(|value| quote(value)).collect();
        self.words.push(format!("{name} {}", values.join(" ")));
        self
    }

    /// An option without a value.
    #[must_use]
    pub fn flag(mut self, name: &str) -> Self {
        self.words.push(name.to_owned());
        self
    }

    /// The member of the input that an option stands for: `--cluster-name` is `clusterName`, and with some services
    /// `ClusterName`.
    fn member(&self, option: &str) -> String {
        let mut member = String::new();
        let mut is_capital = matches!(self.service.as_str(), "iam" | "secretsmanager");
        for c in option.trim_start_matches('-').chars() {
            if c == '-' {
                is_capital = true;
            } else {
                member.push(if is_capital { c.to_ascii_uppercase() } else { c });
                is_capital = false;
            }
        }
        member
    }

    fn all_words(&self) -> Vec<String> {
        let mut words = self.words.clone();
        if !self.members.is_empty() {
            words.push(tied(
                "--cli-input-json",
                &format!("{{{}}}", self.members.join(",")),
            ));
        }
        words
    }

    /// On one line.
    pub fn line(&self) -> String {
        self.all_words().join(" ")
    }

    /// As it stands in a script: on one line where that is short, else an option a line.
    pub fn script(&self) -> String {
        let line = self.line();
        if line.len() <= 100 && !line.contains('\n') {
            line
        } else {
            self.all_words().join(" \\\n  ")
        }
    }
}

/// An option and its value, with `=` between them where the value would look like an option itself.
fn tied(name: &str, value: &str) -> String {
    let separator = if value.starts_with('-') { "=" } else { " " };
    format!("{name}{separator}{}", quote(value))
}

fn json(text: &str) -> String {
    crate::document::json::compact(&text)
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

    #[test]
    fn nothing_that_looks_like_an_address_is_fetched() {
        let command =
            Command::aws("secretsmanager", "create-secret", "r").option("--kms-key-id", "http://x/'");
        assert_eq!(
            command.line(),
            format!(
                "aws secretsmanager create-secret --region r --cli-input-json {}",
                quote(r#"{"KmsKeyId":"http://x/'"}"#)
            )
        );
        let command = Command::aws("ecs", "wait services-stable", "r")
            .option("--cluster", "file:///a")
            .list_of("--services", "file:///b");
        assert_eq!(
            command.line(),
            r#"aws ecs wait services-stable --region r --services '["file:///b"]' --cli-input-json '{"cluster":"file:///a"}'"#
        );
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
            assert_eq!(quote(value), word);
        }
        assert_eq!(in_quotes("a-b"), "'a-b'");
    }

    #[test]
    fn a_command_takes_one_line_where_that_is_short() {
        let of = |value: &str| Command::aws("ecs", "wait", "r").option("--name", value);
        let rest = "aws ecs wait --region r --name ".len();
        let long = "x".repeat(100 - rest);
        assert_eq!(of(&long).script(), of(&long).line());
        let longer = format!("{long}x");
        assert_eq!(
            of(&longer).script(),
            format!("aws ecs wait \\\n  --region r \\\n  --name {longer}")
        );
        assert_eq!(
            of("a\nb").script(),
            "aws ecs wait \\\n  --region r \\\n  --name 'a\nb'"
        );
        assert_eq!(
            of("a")
                .options("--several", &["b c", "d"])
                .flag("--flag")
                .file("--document", "e f")
                .line(),
            "aws ecs wait --region r --name a --several 'b c' d --flag --document 'file://e f'"
        );
    }

    #[test]
    fn an_address_becomes_a_member_named_as_the_service_names_it() {
        let member = |service: &str, value: &str| {
            Command::aws(service, "x", "r")
                .option("--log-group-name", value)
                .line()
        };
        for address in ["file://a", "fileb://a", "http://a", "https://a"] {
            let json = |name: &str| format!("--cli-input-json '{{\"{name}\":\"{address}\"}}'");
            assert!(member("logs", address).ends_with(&json("logGroupName")));
            assert!(member("iam", address).ends_with(&json("LogGroupName")));
        }
        assert!(member("logs", "ftp://a").ends_with("--log-group-name ftp://a"));
    }
}
