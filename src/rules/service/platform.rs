//! The platform version that the user typed.

use crate::aws::platform_version::PlatformVersion;
use crate::fields;
use crate::rules::subject::Subject;

/// Whether the platform version is older than the current one.
pub fn is_old(subject: &Subject) -> bool {
    let version = subject.typed(&fields::PLATFORM_VERSION);
    version
        .and_then(PlatformVersion::parse)
        .is_some_and(PlatformVersion::is_old)
}
