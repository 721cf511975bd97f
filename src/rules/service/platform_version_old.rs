//! The platform version does not support a setting of this configuration.

use super::{platform, platform_needs};
use crate::facts::fargate::LATEST_PLATFORM;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `platform-version-old`
pub const RULE: Rule = Rule {
    id: "platform-version-old",
    severity: Severity::Error,
    what: "The platform version is too old for this task.",
    consequence: "`create-service` fails with *PlatformTaskDefinitionIncompatibilityException*, or the tasks don't start: it needs 1.4.0.",
    source: sources::PLATFORMS,
    check: |subject, problems| {
        let field = &fields::PLATFORM_VERSION;
        if !platform::is_old(subject) {
            return;
        }
        if let Some(what) = platform_needs::needs_current(subject) {
            let fix = Fix::set("Use LATEST", field, LATEST_PLATFORM);
            problems
                .push(Problem::new(field, format!("It is older than `1.4.0`, which has {what}.")).fix(fix));
        }
    },
    fires: "platform_version=1.3.0&ephemeral_storage=50",
    quiet: "platform_version=1.4.0&ephemeral_storage=50",
};
