//! CloudWatch Logs does not allow this log group name.

use crate::aws::names::{is_log_group, is_log_group_char};
use crate::facts::logs::LOG_GROUP_MAX;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `log-group-format`
pub const RULE: Rule = Rule {
    id: "log-group-format",
    severity: Severity::Error,
    what: "The log group's name is not 1 to 512 letters, digits and `.-_/#`.",
    consequence: "`create-log-group` fails: *Value at 'logGroupName' failed to satisfy constraint*; without the group the tasks stop with *ResourceInitializationError: failed to validate logger args*.",
    source: sources::LOGS,
    check: |subject, problems| {
        let field = &fields::LOG_GROUP;
        let Some(name) = subject.typed(field).filter(|name| !is_log_group(name)) else {
            return;
        };
        let legal: String = name
            .chars()
            .map(|c| if is_log_group_char(c) { c } else { '-' })
            .take(LOG_GROUP_MAX)
            .collect();
        let message = if name.len() > LOG_GROUP_MAX && name.chars().all(is_log_group_char) {
            format!("It has {} characters; {LOG_GROUP_MAX} are allowed.", name.len())
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
