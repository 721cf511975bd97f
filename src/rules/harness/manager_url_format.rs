//! The manager URL is malformed, or is the address of a page of the web interface.

use super::manager_url::wrong;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `manager-url-format`
pub const RULE: Rule = Rule {
    id: "manager-url-format",
    severity: Severity::Error,
    what: "The manager URL is malformed, or an address of the web interface.",
    consequence: "The delegate appends `/api/` to it. At any other address it gets 404 or HTML, never registers, and the tasks restart until the circuit breaker gives up.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::MANAGER_URL;
        let Some(manager) = subject.typed(field) else {
            return;
        };
        if let Some((wrong, meant)) = wrong(manager) {
            let fix = meant.map(|meant| Fix::set(format!("Use {}", short(&meant)), field, meant.as_str()));
            problems.push(Problem::new(field, format!("`{}` {wrong}", short(manager))).fix_if(fix));
        }
    },
    fires: "manager_url=https://app.harness.io/ng/account/6_vVHzo9Qeu9fXvj-AcQCb/home",
    quiet: "manager_url=https://app.harness.io/gratis",
};
