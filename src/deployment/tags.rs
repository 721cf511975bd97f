//! Tags: ECS spells their members in small letters, IAM, Secrets Manager and CloudFormation in capitals.

use serde::Serialize;

/// `Tag` of ECS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

/// The tag that everything carries that a script creates.
pub const CREATED_BY: (&str, &str) = ("created-by", "ecs-delegate-configurator");
