//! The manager URL ends in a slash, so the delegate's requests contain a double slash.

use super::manager_url::wrong;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `manager-url-format-hint`
pub const RULE: Rule = Rule {
    id: "manager-url-format-hint",
    severity: Severity::Warning,
    what: "The manager URL ends in a slash.",
    consequence: "The delegate appends `/api/`, so its requests go to `//api/`, which not every gateway takes.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::MANAGER_URL;
        let Some(manager) = subject
            .typed(field)
            .filter(|url| url.ends_with('/') && wrong(url).is_none())
        else {
            return;
        };
        let fix = Fix::set("Take it off", field, manager.trim_end_matches('/'));
        problems.push(Problem::new(field, "It ends in `/`.").fix(fix));
    },
    fires: "manager_url=https://app.harness.io/",
    quiet: "manager_url=https://app.harness.io",
};
