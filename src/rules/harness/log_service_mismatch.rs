//! The log streaming service belongs to another Harness cluster than the manager.

use crate::facts::harness::LOG_SERVICE_PATH;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::harness::log_service_url;
use crate::rules::rule::{Problem, Rule};

/// `log-service-mismatch`
pub const RULE: Rule = Rule {
    id: "log-service-mismatch",
    severity: Severity::Warning,
    what: "The log streaming service is not the manager's own.",
    consequence: "The delegate runs, and its pipelines show no live logs: the other cluster does not know the account.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::LOG_SERVICE_URL;
        let (Some(url), Some(manager)) = (subject.typed(field), subject.typed(&fields::MANAGER_URL)) else {
            return;
        };
        let own = url
            .trim_end_matches('/')
            .strip_suffix(LOG_SERVICE_PATH.trim_end_matches('/'))
            .map(|base| base.trim_end_matches('/'));
        if own != Some(manager.trim_end_matches('/')) {
            let expected = log_service_url(manager);
            let message = format!("`{}`; the manager's own is `{}`.", short(url), short(&expected));
            problems
                .push(Problem::new(field, message).fix(Fix::clear("Let it follow from the manager", field)));
        }
    },
    fires: "log_service_url=https://app3.harness.io/log-service/",
    quiet: "log_service_url=https://app.harness.io/log-service",
};
