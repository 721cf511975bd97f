//! The platform version is old, but supports all settings of this configuration.

use super::{platform, platform_needs};
use crate::facts::fargate::LATEST_PLATFORM;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `platform-version-old-hint`
pub const RULE: Rule = Rule {
    id: "platform-version-old-hint",
    severity: Severity::Warning,
    what: "The platform version is older than 1.4.0.",
    consequence: "AWS retires old platforms: their tasks are stopped one day, and new ones are refused.",
    source: sources::PLATFORMS,
    check: |subject, problems| {
        let field = &fields::PLATFORM_VERSION;
        if platform::is_old(subject) && platform_needs::needs_current(subject).is_none() {
            let fix = Fix::set("Use LATEST", field, LATEST_PLATFORM);
            problems.push(Problem::new(field, "It is older than `1.4.0`.").fix(fix));
        }
    },
    fires: "platform_version=1.3.0",
    quiet: "platform_version=LATEST",
};
