//! The task runs on ARM64, but not every delegate image does.

use crate::choices::Architecture;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `arm64-image`
pub const RULE: Rule = Rule {
    id: "arm64-image",
    severity: Severity::Info,
    what: "The task runs on ARM64; the image must have been built for it.",
    consequence: "With an image for X86_64 alone, tasks stop with *CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'*.",
    source: sources::IMAGES,
    check: |subject, problems| {
        if subject.config.architecture == Architecture::Arm64 {
            let message = "Check that the image's tag has `linux/arm64` (docker manifest inspect).";
            let fix = Fix::set("Use X86_64", &fields::ARCHITECTURE, "X86_64");
            problems.push(Problem::new(&fields::ARCHITECTURE, message).fix(fix));
        }
    },
    fires: "architecture=ARM64",
    quiet: "architecture=X86_64",
};
