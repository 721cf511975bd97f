//! The token does not look like one.

use crate::fields;
use crate::finding::Severity;
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `token-format`
pub const RULE: Rule = Rule {
    id: "token-format",
    severity: Severity::Warning,
    what: "The token does not look like a delegate token.",
    consequence: "With a wrong token the delegate gets 401 from Harness, and its tasks restart. Tokens are 44 characters that end in `=`, which copying easily loses.",
    source: links::TOKENS,
    check: |subject, problems| {
        let field = &fields::TOKEN;
        let Some(token) = subject.typed(field) else { return };
        let is_base64 = |body: &str| {
            body.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/')
        };
        let is_issued = token.len() == 44 && token.strip_suffix('=').is_some_and(is_base64);
        // Before 2022 the account's secret was the token.
        let is_old = token.len() == 32 && token.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_issued && !is_old {
            // The token itself stands in no message.
            let message = if token.contains(char::is_whitespace) {
                "There is white space in it.".to_owned()
            } else {
                format!(
                    "It has {} characters; tokens have 44 and end in `=`.",
                    token.chars().count()
                )
            };
            problems.push(Problem::new(field, message));
        }
    },
    fires: "token_source=plain&token=not-a-real-token",
    quiet: "token_source=plain&token=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
};
