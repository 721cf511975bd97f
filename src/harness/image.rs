//! Delegate images, and the releases that their tags name.

use crate::aws::image::Image;
use crate::facts::delegate::{FIPS_ENDING, IMAGE, MINIMAL_ENDING};

/// Whether the image is Harness's own, or a copy with the same name in another registry. Their tags name a release.
pub fn is_delegate(image: &Image) -> bool {
    let rest = image.repository.strip_suffix(IMAGE);
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
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
        ] {
            assert_eq!(is_delegate(&Image::parse(image)), expected, "{image}");
        }
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
