//! Tags. ECS spells the members of a tag in lower case, IAM, Secrets Manager and CloudFormation capitalize them, and
//! CloudWatch Logs takes an object with a member for each tag.

use crate::document::text::Text;
use crate::document::tree::Tree;
use serde::Serialize;

/// `Tag` of the ECS API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Tag {
    pub key: String,
    pub value: Text,
}

/// The tag, as key and value, on every resource that `deploy.sh` creates.
pub const CREATED_BY: (&str, &str) = ("created-by", "ecs-delegate-configurator");

/// A tag as IAM and Secrets Manager spell it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CapitalTag<'a> {
    key: &'a str,
    value: &'a Text,
}

/// Returns tags as IAM and Secrets Manager spell them.
pub fn capital_tags(tags: &[Tag]) -> Vec<CapitalTag<'_>> {
    tags.iter()
        .map(|tag| CapitalTag {
            key: &tag.key,
            value: &tag.value,
        })
        .collect()
}

/// Returns tags as CloudWatch Logs takes them.
pub fn tag_map(tags: &[Tag]) -> Tree {
    Tree::Map(
        tags.iter()
            .map(|tag| (tag.key.clone(), Tree::Text(tag.value.clone())))
            .collect(),
    )
}
