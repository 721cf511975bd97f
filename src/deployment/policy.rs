//! IAM policy documents.

use crate::document::text::Text;
use serde::Serialize;

/// The version of IAM's policy language.
const VERSION: &str = "2012-10-17";

/// An IAM policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct PolicyDocument {
    pub version: &'static str,
    pub statement: Vec<Statement>,
}

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct Statement {
    pub sid: &'static str,
    pub effect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<Principal>,
    pub action: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resource: Vec<Text>,
    #[serde(skip_serializing_if = "Conditions::is_empty")]
    pub condition: Conditions,
}

/// The conditions of a statement: operator, key and value. Each operator occurs at most once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conditions(Vec<(&'static str, &'static str, Text)>);

impl Conditions {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Conditions {
    /// Serializes as `{"StringEquals": {"aws:SourceAccount": "012345678901"}}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct One<'a>(&'static str, &'a Text);
        impl Serialize for One<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map([(self.0, self.1)])
            }
        }
        serializer.collect_map(
            self.0
                .iter()
                .map(|(operator, key, value)| (*operator, One(key, value))),
        )
    }
}

/// The principal of a trust policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct Principal {
    pub service: &'static str,
}

impl PolicyDocument {
    /// Makes a policy of these statements.
    pub fn new(statement: Vec<Statement>) -> Self {
        Self {
            version: VERSION,
            statement,
        }
    }

    /// Makes a policy of these statements, or returns `None` if there are no statements.
    pub fn of(statement: Vec<Statement>) -> Option<Self> {
        (!statement.is_empty()).then(|| Self::new(statement))
    }
}

impl Statement {
    /// Makes a statement that allows actions on resources.
    pub fn allow(sid: &'static str, action: &[&'static str], resource: Vec<Text>) -> Self {
        let (action, condition) = (action.to_vec(), Conditions::default());
        Self {
            sid,
            effect: "Allow",
            principal: None,
            action,
            resource,
            condition,
        }
    }

    /// Adds a condition. Its operator must not be in use yet.
    #[must_use]
    pub fn when(mut self, operator: &'static str, key: &'static str, value: impl Into<Text>) -> Self {
        self.condition.0.push((operator, key, value.into()));
        self
    }
}
