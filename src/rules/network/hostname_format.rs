//! The host name is malformed.

use crate::facts::network::{HOST_NAME_MAX, LABEL_MAX};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `hostname-format`
pub const RULE: Rule = Rule {
    id: "hostname-format",
    severity: Severity::Warning,
    what: "The host name is malformed.",
    consequence: "Docker refuses to start the container, or programs in it cannot resolve their own host: names are of letters, digits and `-`, 63 at most between dots.",
    source: sources::EC2_TASK,
    check: |subject, problems| {
        let field = &fields::HOSTNAME;
        let Some(name) = subject.typed(field).filter(|_| !subject.config.is_awsvpc()) else {
            return;
        };
        let is_label = |label: &str| {
            (1..=LABEL_MAX).contains(&label.len())
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if name.len() > HOST_NAME_MAX || !name.split('.').all(is_label) {
            let message = format!(
                "`{}`: letters, digits and `-`, {LABEL_MAX} at most between dots.",
                short(name)
            );
            let legal: String = name
                .chars()
                .map(|c| {
                    if c.is_ascii_alphanumeric() {
                        c.to_ascii_lowercase()
                    } else {
                        '-'
                    }
                })
                .take(LABEL_MAX)
                .collect();
            let legal = legal.trim_matches('-');
            let fix = (!legal.is_empty()).then(|| Fix::set(format!("Use {}", short(legal)), field, legal));
            problems.push(Problem::new(field, message).fix_if(fix));
        }
    },
    fires: "launch_type=EC2&hostname=build_blue",
    quiet: "launch_type=EC2&hostname=build-blue.example.com",
};
