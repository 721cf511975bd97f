//! Tags. ECS spells the members of a tag in lower case, IAM, Secrets Manager and CloudFormation capitalize them, and
//! CloudWatch Logs takes an object with a member for each tag.

use crate::config::Config;
use crate::document::declare::document;
use crate::document::text::Text;
use crate::document::tree::Tree;

document! {
    /// `Tag` of the ECS API.
    pub struct Tag {
        "key" => pub key: String,
        "value" => pub value: Text,
    }
}

/// Returns the user's tags.
pub fn of(config: &Config) -> Vec<Tag> {
    let rows = config.tags.iter();
    rows.map(|row| Tag {
        key: row.name.clone(),
        value: row.text(),
    })
    .collect()
}

/// The tag, as key and value, on every resource that `deploy.sh` creates.
pub const CREATED_BY: (&str, &str) = ("created-by", "ecs-delegate-configurator");

document! {
    /// A tag as IAM and Secrets Manager spell it.
    pub struct CapitalTag<'a> {
        "Key" => pub key: &'a str,
        "Value" => pub value: &'a Text,
    }
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
