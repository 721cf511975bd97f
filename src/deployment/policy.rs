//! IAM policy documents.

use crate::document::Document;
use crate::document::declare::{Members, document};
use crate::document::json;
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
        "Action" => pub action: Vec<&'static str>,
        "Resource" if filled => pub resource: Vec<Text>,
        "Condition" if filled => pub condition: Conditions,
    }
}

/// The conditions of a statement: operator, key and values. Each operator occurs at most once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conditions(Vec<(&'static str, &'static str, Vec<Text>)>);

impl Document for Conditions {
    /// Returns a tree such as `{"StringEquals": {"aws:SourceAccount": "012345678901"}}`. Several values are a list.
    fn tree(&self) -> Option<Tree> {
        let mut operators = Members::default();
        for (operator, key, values) in &self.0 {
            let mut keys = Members::default();
            keys.put(
                key,
                match values.as_slice() {
                    [value] => value.tree(),
                    values => values.tree(),
                },
            );
            operators.put(operator, Some(keys.tree()));
        }
        Some(operators.tree())
    }
}

document! {
    /// A trust policy: who may assume a role.
    pub struct TrustPolicy {
        "Version" => pub version: &'static str,
        "Statement" => pub statement: Vec<TrustStatement>,
    }
}

document! {
    /// The statement of a trust policy. Its action is a text: IAM returns a list of one action as a text, and a trust
    /// policy that differs from what IAM returns looks as if somebody had changed it.
    pub struct TrustStatement {
        "Sid" => pub sid: &'static str,
        "Effect" => pub effect: &'static str,
        "Principal" => pub principal: Principal,
        "Action" => pub action: &'static str,
        "Condition" if filled => pub condition: Conditions,
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

    /// Returns the size of the policy as IAM counts it for its limits: in characters, without white space.
    pub fn size(&self) -> usize {
        let text = json::compact(self);
        text.text().chars().filter(|c| !c.is_whitespace()).count()
    }
}

impl Statement {
    /// Makes a statement that allows actions on resources.
    pub fn allow(sid: &'static str, action: &[&'static str], resource: Vec<Text>) -> Self {
        let (action, condition) = (action.to_vec(), Conditions::default());
        Self {
            sid,
            effect: "Allow",
            action,
            resource,
            condition,
        }
    }

    /// Adds a condition. Its operator must not be in use yet.
    #[must_use]
    pub fn when(self, operator: &'static str, key: &'static str, value: impl Into<Text>) -> Self {
        self.when_any(operator, key, vec![value.into()])
    }

    /// Adds a condition that one of several values meets. Its operator must not be in use yet.
    #[must_use]
    pub fn when_any(mut self, operator: &'static str, key: &'static str, values: Vec<Text>) -> Self {
        self.condition = self.condition.and(operator, key, values);
        self
    }
}

impl Conditions {
    /// Adds a condition that one of these values meets. Its operator must not be in use yet.
    #[must_use]
    pub fn and(mut self, operator: &'static str, key: &'static str, values: Vec<Text>) -> Self {
        self.0.push((operator, key, values));
        self
    }

    /// Returns each condition: operator, key and values.
    pub fn iter(&self) -> impl Iterator<Item = &(&'static str, &'static str, Vec<Text>)> {
        self.0.iter()
    }
}

impl TrustPolicy {
    /// Makes a policy that lets an AWS service assume the role under these conditions.
    pub fn of_service(sid: &'static str, service: &'static str, condition: Conditions) -> Self {
        let statement = TrustStatement {
            sid,
            effect: "Allow",
            principal: Principal { service },
            action: "sts:AssumeRole",
            condition,
        };
        Self {
            version: VERSION,
            statement: vec![statement],
        }
    }
}
