//! Delegate images, and the releases that their tags name.

use crate::aws::image::Image;
use crate::facts::delegate::{FIPS_ENDING, GOOGLE_IMAGE, IMAGE, MINIMAL_ENDING, SIGNED_IMAGE};
use crate::facts::docker::DOCKER_HUB;

/// Whether the image is Harness's own, or a copy with the same name in another registry. Their tags name a release.
pub fn is_delegate(image: &Image) -> bool {
    [IMAGE, SIGNED_IMAGE].iter().any(|name| {
        let rest = image.repository.strip_suffix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    })
}

/// Whether the image is Harness's own, in one of Harness's registries.
pub fn is_of_harness(image: &Image) -> bool {
    let (registry, path) = image.registry_and_path();
    let is_docker_hub = registry.is_none_or(|registry| DOCKER_HUB.contains(&registry));
    image.repository == GOOGLE_IMAGE || is_docker_hub && [IMAGE, SIGNED_IMAGE].contains(&path)
}

/// Whether the image can be a delegate's: its name speaks of a delegate or of Harness, or its tag is that of a release.
pub fn may_be_delegate(image: &Image) -> bool {
    let name = image.repository.to_ascii_lowercase();
    ["delegate", "harness"].iter().any(|word| name.contains(word))
        || image.tag.is_some_and(|tag| release(tag).is_some())
}

/// Returns the year and month of the release that a tag names: `yy.mm.xxxxx`, which `.minimal` and `-fips` can follow
/// in this order.
pub fn release(tag: &str) -> Option<(u16, u8)> {
    let tag = tag.strip_suffix(FIPS_ENDING).unwrap_or(tag);
    let tag = tag.strip_suffix(MINIMAL_ENDING).unwrap_or(tag);
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
    fn a_copy_has_the_same_name() {
        for (image, expected) in [
            ("harness/delegate:1", true),
            ("a.b/harness/delegate:1", true),
            ("acme/my-harness/delegates:1", false),
            ("my-harness/delegate:1", false),
            ("harnesssecure/delegate:1", true),
        ] {
            assert_eq!(is_delegate(&Image::parse(image)), expected, "{image}");
        }
    }

    #[test]
    fn harness_has_its_own_registries() {
        for (image, expected) in [
            ("harness/delegate:1", true),
            ("docker.io/harness/delegate", true),
            ("index.docker.io/harnesssecure/delegate:1", true),
            (
                "us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:1",
                true,
            ),
            ("mirror.example/harness/delegate:1", false),
            ("rssnyder/delegate:latest", false),
        ] {
            assert_eq!(is_of_harness(&Image::parse(image)), expected, "{image}");
        }
    }

    #[test]
    fn a_name_or_a_tag_is_that_of_a_delegate() {
        for image in [
            "corp/my-Delegate:1",
            "x/harness:1",
            "x/runner:26.10.87203",
            "h@sha256:0/delegate",
        ] {
            let parts = Image::parse(image);
            assert_eq!(may_be_delegate(&parts), !image.starts_with("h@"), "{image}");
        }
        assert!(!may_be_delegate(&Image::parse("nginx:1.27")));
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
