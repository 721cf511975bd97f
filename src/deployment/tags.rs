//! Tags: ECS spells their members in small letters, IAM, Secrets Manager and CloudFormation in capitals.

use crate::document::declare::document;
use crate::document::text::Text;
use crate::document::tree::Tree;

document! {
    /// `Tag` of ECS.
    pub struct Tag {
        "key" => pub key: String,
        "value" => pub value: Text,
    }
}

/// The tag that everything carries that a script creates.
pub const CREATED_BY: (&str, &str) = ("created-by", "ecs-delegate-configurator");

document! {
    /// A tag as IAM and Secrets Manager spell it.
    pub struct CapitalTag<'a> {
        "Key" => pub key: &'a str,
        "Value" => pub value: &'a Text,
    }
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
