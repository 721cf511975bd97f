//! A text in an AWS document: words of the user's own, and references to what other resources supply.

use serde::{Serialize, Serializer};
use std::fmt;

/// Something that another resource of the deployment supplies. Each format resolves it: JSON with a placeholder or
/// the computed text, a script with its variable, Terraform and CloudFormation with their own reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Supplied {
    /// The AWS account ID.
    AccountId,
    /// The Region.
    Region,
    /// The partition of the Region.
    Partition,
    /// The name of the log group.
    LogGroup,
    /// ARN of the execution role.
    ExecutionRoleArn,
    /// ARN of the task role.
    TaskRoleArn,
    /// ARN of the secret that holds the delegate token.
    TokenSecretArn,
    /// ARN of the secret that holds the proxy's password.
    ProxyPasswordSecretArn,
    /// The token itself, where it stands in plain text and was not given.
    Token,
    /// A list: the subnets of the tasks.
    Subnets,
    /// A list: the security groups of the tasks.
    SecurityGroups,
    /// `ENABLED` or `DISABLED`, where that depends on the subnets which are found.
    AssignPublicIp,
    /// The task definition with its revision; a JSON file names its family.
    TaskDefinitionArn,
}

impl Supplied {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::AccountId,
        Self::Region,
        Self::Partition,
        Self::LogGroup,
        Self::ExecutionRoleArn,
        Self::TaskRoleArn,
        Self::TokenSecretArn,
        Self::ProxyPasswordSecretArn,
        Self::Token,
        Self::Subnets,
        Self::SecurityGroups,
        Self::AssignPublicIp,
        Self::TaskDefinitionArn,
    ];
}

/// One stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words as they stand.
    Literal(String),
    /// What another resource supplies, and what a JSON file shows for it.
    Supplied(Supplied, String),
}

/// A text in a document. A JSON file shows it with every reference resolved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Part>);

impl Text {
    /// A reference, and what a JSON file shows for it.
    pub fn supplied(what: Supplied, shown: impl Into<String>) -> Self {
        Self(vec![Part::Supplied(what, shown.into())])
    }

    /// This text and more.
    #[must_use]
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        for part in more.into().0 {
            match (self.0.last_mut(), part) {
                (Some(Part::Literal(last)), Part::Literal(more)) => last.push_str(&more),
                (_, part) => self.0.push(part),
            }
        }
        self
    }

    /// Whether another resource supplies a part of it.
    pub fn has_reference(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Part::Supplied(..)))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![Part::Literal(text)])
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Literal(text) | Part::Supplied(_, text) => f.write_str(text),
        })
    }
}

/// The name of the newtype under which a format that wants the references finds them.
pub const TEXT: &str = "configurator::Text";

impl Serialize for Text {
    /// A string for JSON; for a format that is not for people to read, the parts: pairs of the position in
    /// [`Supplied::ALL`] (none for a literal) and the text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        let parts: Vec<(Option<u64>, &str)> = self
            .0
            .iter()
            .map(|part| match part {
                Part::Literal(text) => (None, text.as_str()),
                Part::Supplied(what, text) => (
                    Supplied::ALL
                        .iter()
                        .position(|other| other == what)
                        .map(|at| at as u64),
                    text.as_str(),
                ),
            })
            .collect();
        serializer.serialize_newtype_struct(TEXT, &parts)
    }
}
