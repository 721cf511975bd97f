//! What a role that exists already must trust and allow, in words.

use crate::deployment::policy::{PolicyDocument, Statement};
use crate::deployment::role::TRUSTED_SERVICE;
use crate::document::text::Text;

/// Returns the sentence about a role that must have these permissions.
pub fn sentence(permissions: Option<&PolicyDocument>) -> String {
    let trust = format!("This role must trust `{TRUSTED_SERVICE}`");
    match permissions {
        None => format!("{trust}."),
        Some(policy) => {
            let all: Vec<String> = policy.statement.iter().map(statement).collect();
            format!("{trust} and allow {}.", all.join("; "))
        }
    }
}

fn statement(statement: &Statement) -> String {
    let actions = statement.action.iter().map(|action| format!("`{action}`"));
    let mut words = format!("{} on {}", listed(actions), quoted(&statement.resource));
    for (_, key, values) in statement.condition.iter() {
        words.push_str(&format!(" where `{key}` is {}", quoted(values)));
    }
    words
}

fn quoted(texts: &[Text]) -> String {
    listed(texts.iter().map(|text| {
        let shown = text.shown();
        // A message holds no secret.
        let words = if shown.secrets().is_empty() {
            shown.text()
        } else {
            "…"
        };
        format!("`{words}`")
    }))
}

fn listed(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
