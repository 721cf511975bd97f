//! The settings that need the current platform version.

use crate::aws::secret::{Malformed, SecretReference};
use crate::choices::Architecture;
use crate::facts::fargate::LARGE_CPU;
use crate::rules::secrets::given;
use crate::rules::subject::Subject;

/// Returns a setting of this configuration that an older platform version does not support.
pub fn needs_current(subject: &Subject) -> Option<&'static str> {
    let config = subject.config;
    if config.cpu.number().is_some_and(|cpu| cpu >= LARGE_CPU) {
        Some("8 vCPU and more")
    } else if config.ephemeral_storage.typed().is_some() {
        Some("ephemeral storage")
    } else if config.enable_execute_command {
        Some("ECS Exec")
    } else if config.architecture == Architecture::Arm64 {
        Some("ARM64")
    } else if given::all(subject).any(|(_, _, text)| has_suffix(text)) {
        Some("one key or version of a secret")
    } else {
        None
    }
}

/// Whether the reference selects one key or version of a secret, even if its colons are not right yet.
fn has_suffix(text: &str) -> bool {
    match SecretReference::parse(text) {
        Ok(secret) => secret.has_suffix(),
        Err(Malformed { meant, .. }) => {
            meant.is_some_and(|meant| SecretReference::parse(&meant).is_ok_and(|secret| secret.has_suffix()))
        }
    }
}
