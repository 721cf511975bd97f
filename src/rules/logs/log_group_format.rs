//! The log group's name has characters that CloudWatch Logs refuses.

use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `log-group-format`
pub const RULE: Rule = Rule {
    id: "log-group-format",
    severity: Severity::Error,
    what: "The log group's name is not 1 to 512 letters, digits and `.-_/#`.",
    consequence: "`create-log-group` fails: *Value at 'logGroupName' failed to satisfy constraint*; without the group the tasks stop with *ResourceInitializationError: failed to validate logger args*.",
    source: links::LOGS,
    check: |subject, problems| {
        let field = &fields::LOG_GROUP;
        let Some(name) = subject.typed(field).filter(|name| !is_log_group(name)) else {
            return;
        };
        let legal: String = name
            .chars()
            .map(|c| if is_allowed(c) { c } else { '-' })
            .take(512)
            .collect();
        let message = if name.len() > 512 && name.chars().all(is_allowed) {
            format!("It has {} characters; 512 are allowed.", name.len())
        } else {
            format!("`{}`: letters, digits and `.-_/#`.", short(name))
        };
        problems.push(Problem::new(field, message).fix(Fix::set(
            format!("Use {}", short(&legal)),
            field,
            legal.as_str(),
        )));
    },
    fires: "log_group=/ecs/build:blue",
    quiet: "log_group=/ecs/build_blue.1%232",
};

/// `^[.\-_/#A-Za-z0-9]{1,512}$`
pub fn is_log_group(name: &str) -> bool {
    (1..=512).contains(&name.len()) && name.chars().all(is_allowed)
}

fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-_/#".contains(c)
}
