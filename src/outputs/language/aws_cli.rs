//! Commands of the AWS CLI as data.

use super::shell::{is_address, quote, word};
use crate::document::json;
use crate::document::text::Text;
use crate::document::written::Written;

/// A longer command has an option a line.
const LINE_MAX: usize = 100;

/// A command of the AWS CLI and its options, each on a line of its own where they do not fit on one.
///
/// No value becomes an option, and none that looks like an address is fetched: see [`Command::option`].
#[derive(Debug, Clone)]
pub struct Command {
    service: String,
    words: Vec<Written>,
    /// What an option cannot hand over as it is: members of the command's input, as JSON.
    members: Vec<Written>,
}

impl Command {
    /// A command of the AWS CLI: service, operation, and the Region that every command carries.
    pub fn aws(service: &str, operation: &str, region: impl Into<Text>) -> Self {
        Self {
            service: service.to_owned(),
            // The CLI fetches no Region.
            words: vec![
                format!("aws {service} {operation}").into(),
                tied("--region", &region.into().shown()),
            ],
            members: Vec::new(),
        }
    }

    /// An option and its value. A value that begins with a dash is tied to it, so that it is not taken for an option;
    /// one that the CLI would take for the address of a file is a member of the command's input instead.
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

    /// An option whose value is JSON.
    #[must_use]
    pub fn json(mut self, name: &str, value: &Written) -> Self {
        self.words.push(tied(name, value));
        self
    }

    /// An option whose value is a list of one.
    #[must_use]
    pub fn list_of(self, name: &str, value: impl Into<Text>) -> Self {
        let value = value.into();
        if is_address(&value.to_string()) {
            self.json(name, &json::compact(&[value]))
        } else {
            self.json(name, &value.shown())
        }
    }

    /// An option whose value is what is in a file.
    #[must_use]
    pub fn file(self, name: &str, path: &str) -> Self {
        self.json(name, &format!("file://{path}").into())
    }

    /// An option and several values, none of them a user's.
    #[must_use]
    pub fn options(mut self, name: &str, values: &[&str]) -> Self {
        let values: Vec<Written> = values.iter().map(|value| word(value)).collect();
        self.words
            .push(Written::joined(&values, " ").between(&format!("{name} "), ""));
        self
    }

    /// An option without a value.
    #[must_use]
    pub fn flag(mut self, name: &str) -> Self {
        self.words.push(name.into());
        self
    }

    /// The member of the input that an option means: `--cluster-name` is `clusterName`, and with some services
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

    fn all_words(&self, between: &str) -> Written {
        let input = (!self.members.is_empty()).then(|| {
            let members = Written::joined(&self.members, ",").between("{", "}");
            tied("--cli-input-json", &members)
        });
        Written::joined(self.words.iter().chain(&input), between)
    }

    /// On one line.
    pub fn line(&self) -> Written {
        self.all_words(" ")
    }

    /// As it is in a script: on one line where that is short, else an option a line.
    pub fn script(&self) -> Written {
        let line = self.line();
        if line.text().len() <= LINE_MAX && !line.text().contains('\n') {
            line
        } else {
            self.all_words(" \\\n  ")
        }
    }
}

/// An option and its value, with `=` between them where the value would look like an option itself.
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
