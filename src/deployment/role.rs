//! The IAM roles that the deployment creates for the task.

use super::policy::{Conditions, PolicyDocument, TrustPolicy};
use super::tags::Tag;
use crate::config::Config;
use crate::document::text::Text;

/// The service that assumes both roles for a task.
pub const TRUSTED_SERVICE: &str = "ecs-tasks.amazonaws.com";

/// An IAM role that the deployment creates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The role's name, at most 64 characters.
    pub name: Text,
    /// The name of the role's inline policy.
    pub policy_name: &'static str,
    /// The trust policy: who may assume the role.
    pub trust: TrustPolicy,
    /// The permissions policy; `None` if the role needs no permissions.
    pub policy: Option<PolicyDocument>,
    /// The role's tags.
    pub tags: Vec<Tag>,
}

/// Builds the trust policy of both roles: ECS tasks in this account and Region may assume them. The conditions prevent
/// the confused deputy problem, in which another account makes ECS act on its behalf. AWS does not support a condition
/// on the cluster here.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>, read 2026-11.
pub fn trust(config: &Config) -> TrustPolicy {
    let condition = Conditions::default()
        .and("ArnLike", "aws:SourceArn", vec![config.arn("ecs", "*")])
        .and("StringEquals", "aws:SourceAccount", vec![config.account_text()]);
    TrustPolicy::of_service("TasksOfThisAccount", TRUSTED_SERVICE, condition)
}
