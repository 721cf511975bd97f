//! Tags: ECS spells their members in small letters, IAM, Secrets Manager and CloudFormation in capitals.

use crate::document::text::Text;
use crate::document::tree::Tree;
use serde::Serialize;

/// `Tag` of ECS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Tag {
    pub key: String,
    pub value: Text,
}

/// The tag that everything carries that a script creates.
pub const CREATED_BY: (&str, &str) = ("created-by", "ecs-delegate-configurator");

/// A tag as IAM and Secrets Manager spell it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CapitalTag<'a> {
    key: &'a str,
    value: &'a Text,
}

/// Tags as IAM and Secrets Manager spell them.
pub fn capital_tags(tags: &[Tag]) -> Vec<CapitalTag<'_>> {
    tags.iter()
        .map(|tag| CapitalTag {
            key: &tag.key,
            value: &tag.value,
        })
        .collect()
}

/// Tags as CloudWatch Logs takes them: members of one object.
pub fn tag_map(tags: &[Tag]) -> Tree {
    Tree::Map(
        tags.iter()
            .map(|tag| (tag.key.clone(), Tree::Text(tag.value.clone())))
            .collect(),
    )
}
