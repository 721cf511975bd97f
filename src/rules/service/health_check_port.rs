//! The health check uses a port on which the delegate does not listen.

use crate::facts::delegate::{HTTP_PORT, HTTP_PORT_VARIABLE};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `health-check-port`
pub const RULE: Rule = Rule {
    id: "health-check-port",
    severity: Severity::Warning,
    what: "The health check asks another port than the delegate listens on.",
    consequence: "Every task becomes unhealthy after the start period, and ECS replaces it, for ever: *service … failed container health checks*.",
    source: sources::TASK,
    check: |subject, problems| {
        for row in subject
            .rows(&fields::ENV)
            .iter()
            .filter(|_| subject.config.health_check)
        {
            if row.name == HTTP_PORT_VARIABLE && row.value.parse() != Ok(HTTP_PORT) {
                let edits = vec![subject.without_row(&fields::ENV, row.index)];
                let message = format!(
                    "`{}` here; the health check asks `{HTTP_PORT}`.",
                    short(&row.value)
                );
                let fix = Fix::new("Remove the row", edits);
                problems.push(Problem::new(&fields::ENV, message).row(row.index).fix(fix));
            }
        }
    },
    fires: "env=DELEGATE_HTTP_PORT=3461",
    quiet: "env=DELEGATE_HTTP_PORT=3461&health_check=false",
};
