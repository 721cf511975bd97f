//! AWS does not allow a tag.

use crate::choices::Way;
use crate::deployment::tags::CREATED_BY;
use crate::facts::ecs::{TAG_KEY_MAX, TAG_PREFIX_OF_AWS, TAG_VALUE_MAX, TAGS_MAX};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `tags-invalid`
pub const RULE: Rule = Rule {
    id: "tags-invalid",
    severity: Severity::Error,
    what: "A tag is too long, repeated, reserved, or has characters that AWS refuses; or there are more than 50.",
    consequence: "`register-task-definition` and `create-service` fail with *InvalidParameterException* about the tag.",
    source: sources::TAGS,
    check: |subject, problems| {
        let field = &fields::TAGS;
        let rows = subject.rows(field);
        for (at, row) in rows.iter().enumerate() {
            let (key, value) = (row.name.as_str(), row.value.as_str());
            let is_reserved = |text: &str| {
                text.get(..TAG_PREFIX_OF_AWS.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(TAG_PREFIX_OF_AWS))
            };
            let said = if key.chars().count() > TAG_KEY_MAX {
                format!("has a key of more than {TAG_KEY_MAX} characters")
            } else if value.chars().count() > TAG_VALUE_MAX {
                format!("has a value of more than {TAG_VALUE_MAX} characters")
            } else if is_reserved(key) || is_reserved(value) {
                format!("begins with `{TAG_PREFIX_OF_AWS}`, which is AWS's own")
            } else if !key.chars().chain(value.chars()).all(is_allowed) {
                "has other characters than letters, digits, spaces and `_.:/=+-@`".to_owned()
            } else if rows[..at].iter().any(|other| other.name == key) {
                "stands there twice".to_owned()
            } else {
                continue;
            };
            let fix = Fix::new("Remove the tag", vec![subject.without_row(field, row.index)]);
            problems.push(
                Problem::new(field, format!("`{}` {said}.", short(key)))
                    .row(row.index)
                    .fix(fix),
            );
        }
        // The script adds its own tags: a digest, by which it recognizes what it created, the versions of the secrets that
        // it creates, and who created the resource.
        let own = if subject.config.way == Way::Script {
            let has_secrets = subject.deployment.created_secrets().next().is_some();
            1 + usize::from(has_secrets) + usize::from(rows.iter().all(|row| row.name != CREATED_BY.0))
        } else {
            0
        };
        if rows.len() + own > TAGS_MAX {
            let besides = if own > 0 {
                " beside those of the script"
            } else {
                ""
            };
            problems.push(Problem::new(
                field,
                format!(
                    "`{}` tags; `{}` are allowed{besides}.",
                    rows.len(),
                    TAGS_MAX - own
                ),
            ));
        }
    },
    fires: "tags=aws:team=blue",
    quiet: "tags=team=blue",
};

/// Whether a tag can contain this character: `[\p{L}\p{Z}\p{N}_.:/=+\-@]`.
fn is_allowed(c: char) -> bool {
    c.is_alphanumeric() || "_.:/=+-@".contains(c) || (c.is_whitespace() && !c.is_control())
}
