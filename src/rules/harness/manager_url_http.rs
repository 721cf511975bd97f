//! The manager URL is `http`, so the delegate sends its token unencrypted.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `manager-url-http`
pub const RULE: Rule = Rule {
    id: "manager-url-http",
    severity: Severity::Warning,
    what: "The manager URL is `http`.",
    consequence: "The delegate's token and everything that it reports travel in the clear; Harness's own cloud takes https only.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::MANAGER_URL;
        if let Some(rest) = subject.typed(field).and_then(|url| url.strip_prefix("http://")) {
            let fix = Fix::set("Use https", field, format!("https://{rest}"));
            problems.push(Problem::new(field, "`http://` is not encrypted.").fix(fix));
        }
    },
    fires: "manager_url=http://app.harness.io",
    quiet: "manager_url=https://app.harness.io",
};
