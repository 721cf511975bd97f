//! The image reference is malformed.

use crate::aws::image::Image;
use crate::facts::delegate;
use crate::facts::docker::{DIGEST_ALGORITHM, DIGEST_DIGITS, IMAGE_MAX, TAG_MAX};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::harness::image::release;
use crate::rules::rule::{Problem, Rule};
use std::borrow::Cow;

/// `image-format`
pub const RULE: Rule = Rule {
    id: "image-format",
    severity: Severity::Error,
    what: "The image's name is malformed.",
    consequence: "ECS refuses the definition (*Container.image contains invalid characters.*), or the service stays at 0 running tasks with *CannotPullContainerError: invalid reference format* in its events.",
    source: sources::PULL_ERRORS,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(image) = subject.typed(field) else { return };
        if let Some((wrong, meant)) = wrong(image) {
            let fix = meant.map(|meant| Fix::set(format!("Use {}", short(&meant)), field, meant.as_str()));
            problems.push(Problem::new(field, format!("`{}` {wrong}", short(image))).fix_if(fix));
        }
    },
    fires: "image=26.10.87203",
    quiet: "image=us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:26.10.87203",
};

/// Returns what is wrong with an image reference, and the reference that the user probably meant. Returns `None` for a
/// valid one.
pub fn wrong(image: &str) -> Option<(Cow<'static, str>, Option<String>)> {
    let name = image.split('@').next().unwrap_or(image);
    if release(image).is_some() {
        let meant = format!("{}:{image}", delegate::IMAGE);
        return Some(("is only a tag.".into(), Some(meant)));
    }
    if let Some((_, rest)) = image.split_once("://") {
        let rest = Some(rest.trim_end_matches('/').to_owned());
        return Some((
            "is a URL, not the name of an image.".into(),
            rest.filter(|rest| wrong(rest).is_none()),
        ));
    }
    if name.len() > IMAGE_MAX {
        return Some((format!("has more than {IMAGE_MAX} characters.").into(), None));
    }
    if !name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-_:./#".contains(&b))
    {
        let without: String = image.split_whitespace().collect();
        let meant = (without != image && wrong(&without).is_none()).then_some(without);
        return Some(("has a character that image names don't have.".into(), meant));
    }
    let parts = Image::parse(image);
    let (tag, digest) = (parts.tag, parts.digest);
    // Check only the path: the registry is a host, in which case does not matter.
    let (_, path) = parts.registry_and_path();
    if path.bytes().any(|b| b.is_ascii_uppercase()) {
        let lower = image.replacen(path, &path.to_ascii_lowercase(), 1);
        return Some((
            "has upper case in the repository, which registries refuse.".into(),
            Some(lower).filter(|l| wrong(l).is_none()),
        ));
    }
    if path.is_empty() || path.split('/').any(str::is_empty) || path.contains(':') || path.contains('#') {
        return Some(("names no repository.".into(), None));
    }
    if tag.is_some_and(|tag| {
        tag.is_empty() || tag.len() > TAG_MAX || tag.contains(['#', ':']) || tag.starts_with(['.', '-'])
    }) {
        return Some(("has no tag behind the colon.".into(), None));
    }
    let is_digest = |digest: &str| {
        digest
            .strip_prefix(DIGEST_ALGORITHM)
            .is_some_and(|hex| hex.len() == DIGEST_DIGITS && hex.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    if !digest.is_none_or(is_digest) {
        let what =
            format!("has a digest that is not `{DIGEST_ALGORITHM}` and {DIGEST_DIGITS} hexadecimal digits.");
        return Some((what.into(), None));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn what_registries_take() {
        for good in [
            "harness/delegate:26.10.87203",
            "delegate",
            "host.example:5000/team/x",
            "HOST.example/harness/delegate:A_b.1-c",
            &format!("harness/delegate@sha256:{}", "0a".repeat(32)),
            &format!("a/{}", "b".repeat(253)),
        ] {
            assert_eq!(wrong(good), None, "{good}");
        }
        for (bad, meant) in [
            ("harness /delegate:1", Some("harness/delegate:1")),
            (
                "https://hub.example/harness/delegate",
                Some("hub.example/harness/delegate"),
            ),
            (
                "Harness/Delegate:26.10.87203",
                Some("harness/delegate:26.10.87203"),
            ),
            ("harness/delegate:", None),
            ("harness//delegate:1", None),
            ("/delegate:1", None),
            ("harness/delegate:a b", Some("harness/delegate:ab")),
            ("harness/delegate@sha256:0a", None),
            ("harness/delegaté:1", None),
            (&format!("a/{}", "b".repeat(254)), None),
        ] {
            assert_eq!(wrong(bad).unwrap().1.as_deref(), meant, "{bad}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_has_its_limits() {
        let said = |image: &str| wrong(image).map(|(said, _)| said);
        let no_repository = Some("names no repository.");
        let no_tag = Some("has no tag behind the colon.");
        let no_digest = Some("has a digest that is not `sha256:` and 64 hexadecimal digits.");
        for (image, expected) in [
            ("26.10.87203", Some("is only a tag.")),
            ("https://h/a", Some("is a URL, not the name of an image.")),
            ("a b", Some("has a character that image names don't have.")),
            (
                "a/B",
                Some("has upper case in the repository, which registries refuse."),
            ),
            (
                "A/b",
                Some("has upper case in the repository, which registries refuse."),
            ),
            ("A:5000/b", None),
            ("a#b", no_repository),
            ("a/", no_repository),
            ("a:1/b:2/c", no_repository),
            ("a:", no_tag),
            ("a:b#", no_tag),
            ("a:b:c", no_tag),
            ("a:.b", no_tag),
            ("a:-b", no_tag),
            ("a:_b", None),
            (&format!("a:{}", "b".repeat(128)), None),
            (&format!("a:{}", "b".repeat(129)), no_tag),
            (&format!("a@sha256:{}", "0".repeat(63)), no_digest),
            (&format!("a@sha256:{}", "g".repeat(64)), no_digest),
            (&format!("a@sha1:{}", "0".repeat(64)), no_digest),
            (&format!("{}@sha256:{}", "a".repeat(255), "0".repeat(64)), None),
        ] {
            assert_eq!(said(image).as_deref(), expected, "{image}");
        }
        assert_eq!(wrong("https://h/a b/").unwrap().1, None);
        assert_eq!(
            wrong("26.10.87203").unwrap().1.as_deref(),
            Some("harness/delegate:26.10.87203")
        );
    }
}
