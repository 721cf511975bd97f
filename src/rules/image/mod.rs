//! The delegate's image: registry, repository, tag, age.

mod image_expired;
mod image_fips;
mod image_format;
mod image_tag;

use super::rule::Rule;

/// The rules about it, in the order in which their findings are shown.
pub const RULES: &[Rule] = &[
    image_format::RULE,
    image_tag::RULE,
    image_expired::RULE,
    image_fips::RULE,
];

/// The parts of an image's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Registry and repository.
    pub repository: &'a str,
    /// What stands behind the colon.
    pub tag: Option<&'a str>,
    /// What stands behind the `@`.
    pub digest: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// Splits a name; the colon of a registry's port is no tag's.
    pub fn of(image: &'a str) -> Self {
        let (name, digest) = image
            .split_once('@')
            .map_or((image, None), |(name, digest)| (name, Some(digest)));
        let path = name.rfind('/').map_or(0, |slash| slash + 1);
        match name[path..].find(':') {
            Some(colon) => Self {
                repository: &name[..path + colon],
                tag: Some(&name[path + colon + 1..]),
                digest,
            },
            None => Self {
                repository: name,
                tag: None,
                digest,
            },
        }
    }

    /// Whether it is Harness's own image or a copy under its own name, whose tags say the release.
    pub fn is_harness(&self) -> bool {
        self.repository == "harness/delegate" || self.repository.ends_with("/harness/delegate")
    }
}

/// Year and month of the release with this tag: `yy.mm.xxxxx`, then `.minimal`, then `-fips`.
pub fn release(tag: &str) -> Option<(u16, u8)> {
    let tag = tag.strip_suffix("-fips").unwrap_or(tag);
    let tag = tag.strip_suffix(".minimal").unwrap_or(tag);
    let mut parts = tag.split('.');
    let (year, month, build) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    let is_release = parts.next().is_none() && digits(year, 2) && digits(month, 2) && digits(build, 5);
    let month = month
        .parse()
        .ok()
        .filter(|month| is_release && (1..=12).contains(month))?;
    Some((2000 + year.parse::<u16>().ok()?, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_has_parts() {
        for (image, repository, tag, digest) in [
            (
                "harness/delegate:26.10.87203",
                "harness/delegate",
                Some("26.10.87203"),
                None,
            ),
            (
                "host:5000/harness/delegate",
                "host:5000/harness/delegate",
                None,
                None,
            ),
            (
                "host:5000/a:1@sha256:00",
                "host:5000/a",
                Some("1"),
                Some("sha256:00"),
            ),
        ] {
            assert_eq!(
                Reference::of(image),
                Reference {
                    repository,
                    tag,
                    digest
                }
            );
        }
        assert!(Reference::of("a.b/harness/delegate:1").is_harness());
        assert!(!Reference::of("acme/my-harness/delegates:1").is_harness());
    }

    #[test]
    fn a_tag_tells_its_month() {
        for tag in [
            "26.10.87203",
            "26.10.87203.minimal",
            "26.10.87203-fips",
            "26.10.87203.minimal-fips",
        ] {
            assert_eq!(release(tag), Some((2026, 10)), "{tag}");
        }
        for tag in [
            "latest",
            "26.13.87203",
            "26.00.87203",
            "26.1.87203",
            "26.10.8720",
            "26.10.87203.x",
            "",
        ] {
            assert_eq!(release(tag), None, "{tag}");
        }
    }
}
