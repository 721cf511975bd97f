//! Fargate platform versions.

use crate::facts::fargate::CURRENT_PLATFORM;

/// A numbered platform version, such as `1.4.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlatformVersion([u16; 3]);

impl PlatformVersion {
    /// Parses three numbers between dots. Returns `None` for any other text, including `LATEST`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let mut number = || parts.next()?.parse::<u16>().ok();
        let version = [number()?, number()?, number()?];
        parts.next().is_none().then_some(Self(version))
    }

    /// Whether the version is older than the current one.
    pub fn is_old(self) -> bool {
        self < Self(CURRENT_PLATFORM)
    }
}

#[cfg(test)]
mod tests {
    use super::PlatformVersion;

    #[test]
    fn a_version_has_three_numbers() {
        let is_old = |text: &str| PlatformVersion::parse(text).map(PlatformVersion::is_old);
        assert_eq!(["1.3.0", "1.3.9", "0.9.9"].map(is_old), [Some(true); 3]);
        assert_eq!(
            ["1.4.0", "1.4.1", "2.0.0", "1.10.0"].map(is_old),
            [Some(false); 4]
        );
        assert_eq!(["LATEST", "1.4", "1.4.0.0", "1.4.x", ""].map(is_old), [None; 5]);
    }
}
