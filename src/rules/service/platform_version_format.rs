//! The platform version is malformed.

use crate::aws::platform_version::PlatformVersion;
use crate::facts::fargate::LATEST_PLATFORM;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `platform-version-format`
pub const RULE: Rule = Rule {
    id: "platform-version-format",
    severity: Severity::Error,
    what: "The platform version is neither `LATEST` nor of the form 1.4.0.",
    consequence: "`create-service` fails with *PlatformUnknownException*.",
    source: sources::PLATFORMS,
    check: |subject, problems| {
        let field = &fields::PLATFORM_VERSION;
        let Some(version) = subject.typed(field) else {
            return;
        };
        if version != LATEST_PLATFORM && PlatformVersion::parse(version).is_none() {
            let message = format!(
                "`{}` is neither `LATEST` nor a version such as `1.4.0`.",
                short(version)
            );
            problems.push(Problem::new(field, message).fix(Fix::set("Use LATEST", field, LATEST_PLATFORM)));
        }
    },
    fires: "platform_version=latest",
    quiet: "platform_version=1.4.0",
};
