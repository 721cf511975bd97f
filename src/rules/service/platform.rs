//! Versions of Fargate's platform, which several rules ask about.

use crate::choices::Architecture;
use crate::rules::secrets::arn;
use crate::rules::subject::Subject;
use crate::{fields, rules};

/// CPU units from which a task needs platform 1.4.0.
pub const LARGE_CPU: u64 = 8192;

/// The three numbers of a version.
pub fn parse(version: &str) -> Option<[u16; 3]> {
    let mut parts = version.split('.');
    let mut number = || parts.next()?.parse::<u16>().ok();
    let version = [number()?, number()?, number()?];
    parts.next().is_none().then_some(version)
}

/// Whether the version that was given is older than 1.4.0.
pub fn is_old(subject: &Subject) -> bool {
    let version = subject.typed(&fields::PLATFORM_VERSION).and_then(parse);
    version.is_some_and(|version| version < [1, 4, 0])
}

/// What of this configuration an older platform doesn't have.
pub fn needs_current(subject: &rules::Subject) -> Option<&'static str> {
    let config = subject.config;
    if config.cpu.number().is_some_and(|cpu| cpu >= LARGE_CPU) {
        Some("8 vCPU and more")
    } else if config.ephemeral_storage.typed().is_some() {
        Some("ephemeral storage")
    } else if config.enable_execute_command {
        Some("ECS Exec")
    } else if config.architecture == Architecture::Arm64 {
        Some("ARM64")
    } else if arn::all(subject).any(|(_, _, text)| has_suffix(text)) {
        Some("one key or version of a secret")
    } else {
        None
    }
}

/// Whether one key or version of a secret is meant, also where the colons are not yet right.
fn has_suffix(text: &str) -> bool {
    match arn::parse(text) {
        Ok(secret) => secret.has_suffix(),
        Err((_, meant)) => {
            meant.is_some_and(|meant| arn::parse(&meant).is_ok_and(|secret| secret.has_suffix()))
        }
    }
}
