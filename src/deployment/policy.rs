//! IAM policies as documents.

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

/// Conditions: operator, key and value. No two of a statement have the same operator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conditions(Vec<(&'static str, &'static str, Text)>);

impl Conditions {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Conditions {
    /// `{"StringEquals": {"aws:SourceAccount": "012345678901"}}`
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

/// Who a trust policy is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs)]
pub struct Principal {
    pub service: &'static str,
}

impl PolicyDocument {
    /// The policy of these statements.
    pub fn new(statement: Vec<Statement>) -> Self {
        Self {
            version: VERSION,
            statement,
        }
    }

    /// The policy of these statements; `None` without statements.
    pub fn of(statement: Vec<Statement>) -> Option<Self> {
        (!statement.is_empty()).then(|| Self::new(statement))
    }
}

impl Statement {
    /// What may be done to what.
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

    /// The same under one more condition.
    #[must_use]
    pub fn when(mut self, operator: &'static str, key: &'static str, value: impl Into<Text>) -> Self {
        self.condition.0.push((operator, key, value.into()));
        self
    }
}
