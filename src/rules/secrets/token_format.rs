//! The token does not look like a delegate token.

use crate::facts::harness::TOKEN_LENGTH;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::harness::token::is_token;
use crate::rules::rule::{Problem, Rule};

/// `token-format`
pub const RULE: Rule = Rule {
    id: "token-format",
    severity: Severity::Warning,
    what: "The token does not look like a delegate token.",
    consequence: "With a wrong token the delegate gets 401 from Harness, and its tasks restart. Tokens are 44 characters that end in `=`, which copying easily loses.",
    source: sources::TOKENS,
    check: |subject, problems| {
        let field = &fields::TOKEN;
        let Some(token) = subject.typed(field) else { return };
        if !is_token(token) {
            // The message must not contain the token itself.
            let message = if token.contains(char::is_whitespace) {
                "There is white space in it.".to_owned()
            } else {
                format!(
                    "It has {} characters; tokens have {TOKEN_LENGTH} and end in `=`.",
                    token.chars().count()
                )
            };
            problems.push(Problem::new(field, message));
        }
    },
    fires: "token_source=plain&token=not-a-real-token",
    quiet: "token_source=plain&token=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
};
