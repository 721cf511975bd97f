//! Variables of the first generation of delegates.

use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::native;
use crate::rules::{Rule, links};

const LEGACY: [&str; 9] = [
    "ACCOUNT_SECRET",
    "WATCHER_STORAGE_URL",
    "WATCHER_CHECK_LOCATION",
    "DELEGATE_STORAGE_URL",
    "DELEGATE_CHECK_LOCATION",
    "CDN_URL",
    "REMOTE_WATCHER_URL_CDN",
    "DELEGATE_NAMESPACE",
    "DELEGATE_GROUP_NAME",
];

/// `legacy-env`
pub static RULE: Rule = Rule {
    id: "legacy-env",
    severity: Severity::Info,
    what: native("A variable of the legacy delegate, which today's ignores."),
    consequence: "It has no effect: the delegate of today is one image without a watcher, and its token is DELEGATE_TOKEN.",
    source: links::VARIABLES,
    check: |subject, problems| {
        for row in subject
            .rows(&fields::ENV)
            .iter()
            .filter(|row| LEGACY.contains(&row.name.as_str()))
        {
            let message = format!("`{}` belongs to the legacy delegate.", short(&row.name));
            problems.push(super::out(subject, &fields::ENV, row, message));
        }
    },
    fires: native("env=WATCHER_CHECK_LOCATION=current.version"),
    quiet: native("env=WORKING_DIR=/opt/harness-delegate"),
};
