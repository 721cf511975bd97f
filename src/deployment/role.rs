//! The roles that are created for the task.

use super::policy::{PolicyDocument, Principal, Statement};
use super::tags::Tag;
use crate::config::Config;
use crate::document::text::Text;

/// A role that is created with the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its name, 64 characters at most.
    pub name: Text,
    /// The name of its inline policy.
    pub policy_name: &'static str,
    /// Who may take it.
    pub trust: PolicyDocument,
    /// What it may do; `None` for nothing.
    pub policy: Option<PolicyDocument>,
    /// Its tags.
    pub tags: Vec<Tag>,
}

/// Who may take the roles: tasks of ECS in this account and Region. The conditions keep others from making ECS act
/// for them; AWS does not support naming a cluster here.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>, read 2026-11.
pub fn trust(config: &Config) -> PolicyDocument {
    let principal = Some(Principal {
        service: "ecs-tasks.amazonaws.com",
    });
    let statement = Statement {
        principal,
        ..Statement::allow("TasksOfThisAccount", &["sts:AssumeRole"], vec![])
    }
    .when("ArnLike", "aws:SourceArn", config.arn("ecs", "*"))
    .when("StringEquals", "aws:SourceAccount", config.account_text());
    PolicyDocument::new(vec![statement])
}
