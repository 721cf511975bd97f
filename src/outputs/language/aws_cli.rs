//! AWS CLI commands as data.

use super::shell::{is_address, is_literal_item, quote, word};
use crate::document::json;
use crate::document::text::Text;
use crate::document::written::Written;

/// The longest command, in bytes, that is printed on one line.
const LINE_MAX: usize = 100;

/// An AWS CLI command with its options.
///
/// A user's value cannot be mistaken for an option or for the address of a file to read. [`Command::option`] says how.
#[derive(Debug, Clone)]
pub struct Command {
    service: String,
    words: Vec<Written>,
    /// Members of the command's JSON input, for values that an option cannot take as they are.
    members: Vec<Written>,
}

impl Command {
    /// Makes a command from a service, an operation, and the Region, which every command states.
    pub fn aws(service: &str, operation: &str, region: impl Into<Text>) -> Self {
        Self {
            service: service.to_owned(),
            // The CLI does not read the Region's value from a file, so any value is safe here.
            words: vec![
                format!("aws {service} {operation}").into(),
                tied("--region", &region.into().shown()),
            ],
            members: Vec::new(),
        }
    }

    /// Adds an option with a value. A value that begins with a dash follows an equals sign, so the CLI does not take it
    /// for an option. A value that the CLI would take for the address of a file becomes a member of the command's JSON
    /// input instead.
    #[must_use]
    pub fn option(mut self, name: &str, value: impl Into<Text>) -> Self {
        let value = value.into();
        if is_address(&value.to_string()) {
            let name = json::quoted(&self.member(name).into());
            self.members
                .push(Written::joined([&name, &json::quoted(&value)], ":"));
        } else {
            self.words.push(tied(name, &value.shown()));
        }
        self
    }

    /// Adds an option that repeats a member of the JSON input, which comes from a file. The CLI would not take an address
    /// literally, so the command leaves out such a value: the input has it.
    #[must_use]
    pub fn repeated(self, name: &str, value: impl Into<Text>) -> Self {
        let value = value.into();
        if is_address(&value.to_string()) {
            self
        } else {
            self.json(name, &value.shown())
        }
    }

    /// Adds an option whose value is JSON.
    #[must_use]
    pub fn json(mut self, name: &str, value: &Written) -> Self {
        self.words.push(tied(name, value));
        self
    }

    /// Adds an option whose value is a list with one item.
    #[must_use]
    pub fn list_of(self, name: &str, value: impl Into<Text>) -> Self {
        let value = value.into();
        if is_literal_item(&value.to_string()) {
            self.json(name, &value.shown())
        } else {
            self.json(name, &json::compact(&[value]))
        }
    }

    /// Adds an option that reads its value from a file.
    #[must_use]
    pub fn file(self, name: &str, path: &str) -> Self {
        self.json(name, &format!("file://{path}").into())
    }

    /// Adds an option with several values. None of them may come from a user.
    #[must_use]
    pub fn options(mut self, name: &str, values: &[&str]) -> Self {
        let values: Vec<Written> = values.iter().map(|value| word(value)).collect();
        self.words
            .push(Written::joined(&values, " ").between(&format!("{name} "), ""));
        self
    }

    /// Prints what a `JMESPath` query finds in the answer, as `text` or `json`. The query must not come from a user.
    #[must_use]
    pub fn query(self, query: &str, output: &str) -> Self {
        self.options("--query", &[query]).options("--output", &[output])
    }

    /// Adds an option whose value is that of a shell variable.
    #[must_use]
    pub fn variable(self, name: &str, variable: &str) -> Self {
        self.flag(&format!("{name} \"${variable}\""))
    }

    /// Adds an option without a value.
    #[must_use]
    pub fn flag(mut self, name: &str) -> Self {
        self.words.push(name.into());
        self
    }

    /// Returns the input member for an option: `--cluster-name` sets `clusterName`, or `ClusterName` with IAM and
    /// Secrets Manager.
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

    fn all_words(&self, between: &str) -> Written {
        let input = (!self.members.is_empty()).then(|| {
            let members = Written::joined(&self.members, ",").between("{", "}");
            tied("--cli-input-json", &members)
        });
        Written::joined(self.words.iter().chain(&input), between)
    }

    /// Prints the command on one line.
    pub fn line(&self) -> Written {
        self.all_words(" ")
    }

    /// Prints the command for a script: on one line if it fits, otherwise with each option on its own line.
    pub fn script(&self) -> Written {
        self.script_at(0)
    }

    /// Prints the command for a script in which the line of the command is indented by `indent` spaces.
    pub fn script_at(&self, indent: usize) -> Written {
        let line = self.line();
        if line.text().len() + indent <= LINE_MAX && !line.text().contains('\n') {
            line
        } else {
            self.all_words(&format!(" \\\n{}", " ".repeat(indent + 2)))
        }
    }
}

/// Prints an option and its value, separated by `=` if the value would otherwise look like an option.
fn tied(name: &str, value: &Written) -> Written {
    let separator = if value.text().starts_with('-') { "=" } else { " " };
    quote(value).between(&format!("{name}{separator}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(command: &Command) -> String {
        command.line().text().to_owned()
    }

    #[test]
    fn a_value_cannot_become_an_option() {
        let command = Command::aws("ecs", "create-cluster", "-x").option("--cluster-name", "a b");
        assert_eq!(
            command.script().text(),
            "aws ecs create-cluster --region=-x --cluster-name 'a b'"
        );
    }

    #[test]
    fn nothing_that_looks_like_an_address_is_fetched() {
        let command =
            Command::aws("secretsmanager", "create-secret", "r").option("--kms-key-id", "http://x/'");
        assert_eq!(
            line(&command),
            format!(
                "aws secretsmanager create-secret --region r --cli-input-json {}",
                word(r#"{"KmsKeyId":"http://x/'"}"#).text()
            )
        );
        let command = Command::aws("ecs", "wait services-stable", "r")
            .option("--cluster", "file:///a")
            .list_of("--services", "file:///b");
        assert_eq!(
            line(&command),
            r#"aws ecs wait services-stable --region r --services '["file:///b"]' --cli-input-json '{"cluster":"file:///a"}'"#
        );
    }

    #[test]
    fn an_item_that_looks_like_json_stays_an_item() {
        let command = Command::aws("ecs", "wait services-stable", "r").list_of("--services", "[b");
        assert_eq!(
            line(&command),
            r#"aws ecs wait services-stable --region r --services '["[b"]'"#
        );
    }

    #[test]
    fn a_command_takes_one_line_where_that_is_short() {
        let of = |value: &str| Command::aws("ecs", "wait", "r").option("--name", value);
        let rest = "aws ecs wait --region r --name ".len();
        let long = "x".repeat(LINE_MAX - rest);
        assert_eq!(of(&long).script(), of(&long).line());
        let longer = format!("{long}x");
        assert_eq!(
            of(&longer).script().text(),
            format!("aws ecs wait \\\n  --region r \\\n  --name {longer}")
        );
        assert_eq!(
            of("a\nb").script().text(),
            "aws ecs wait \\\n  --region r \\\n  --name 'a\nb'"
        );
        assert_eq!(
            line(
                &of("a")
                    .options("--several", &["b c", "d"])
                    .flag("--flag")
                    .file("--document", "e f")
            ),
            "aws ecs wait --region r --name a --several 'b c' d --flag --document 'file://e f'"
        );
    }

    #[test]
    fn an_address_becomes_a_member_named_as_the_service_names_it() {
        let member = |service: &str, value: &str| {
            line(&Command::aws(service, "x", "r").option("--log-group-name", value))
        };
        for address in ["file://a", "fileb://a", "http://a", "https://a"] {
            let json = |name: &str| format!("--cli-input-json '{{\"{name}\":\"{address}\"}}'");
            assert!(member("logs", address).ends_with(&json("logGroupName")));
            assert!(member("iam", address).ends_with(&json("LogGroupName")));
        }
        assert!(member("logs", "ftp://a").ends_with("--log-group-name ftp://a"));
    }
}
