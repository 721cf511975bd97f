//! The variable belongs to the legacy delegate.

use super::rows;
use crate::facts::delegate::LEGACY_VARIABLES;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::rule::Rule;

/// `legacy-env`
pub const RULE: Rule = Rule {
    id: "legacy-env",
    severity: Severity::Info,
    what: "A variable of the legacy delegate, which the current delegate ignores.",
    consequence: "It has no effect: the current delegate is one image without a watcher, and its token is DELEGATE_TOKEN.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        for row in subject
            .rows(&fields::ENV)
            .iter()
            .filter(|row| LEGACY_VARIABLES.contains(&row.name.as_str()))
        {
            let message = format!("`{}` belongs to the legacy delegate.", short(&row.name));
            problems.push(rows::out(subject, &fields::ENV, row, message));
        }
    },
    fires: "env=WATCHER_CHECK_LOCATION=current.version",
    quiet: "env=WORKING_DIR=/opt/harness-delegate",
};
