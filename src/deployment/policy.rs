//! IAM policy documents.

use crate::document::Document;
use crate::document::declare::{Members, document};
use crate::document::text::Text;
use crate::document::tree::Tree;

/// The version of IAM's policy language.
const VERSION: &str = "2012-10-17";

document! {
    /// An IAM policy.
    pub struct PolicyDocument {
        "Version" => pub version: &'static str,
        "Statement" => pub statement: Vec<Statement>,
    }
}

document! {
    /// One statement of a policy.
    pub struct Statement {
        "Sid" => pub sid: &'static str,
        "Effect" => pub effect: &'static str,
        "Principal" => pub principal: Option<Principal>,
        "Action" => pub action: Vec<&'static str>,
        "Resource" if filled => pub resource: Vec<Text>,
        "Condition" if filled => pub condition: Conditions,
    }
}

/// The conditions of a statement: operator, key and value. Each operator occurs at most once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conditions(Vec<(&'static str, &'static str, Text)>);

impl Document for Conditions {
    /// Returns a tree such as `{"StringEquals": {"aws:SourceAccount": "012345678901"}}`.
    fn tree(&self) -> Option<Tree> {
        let mut operators = Members::default();
        for (operator, key, value) in &self.0 {
            let mut keys = Members::default();
            keys.put(key, value.tree());
            operators.put(operator, Some(keys.tree()));
        }
        Some(operators.tree())
    }
}

document! {
    /// The principal of a trust policy.
    pub struct Principal {
        "Service" => pub service: &'static str,
    }
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
