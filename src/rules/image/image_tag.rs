//! The image tag is missing, moves, or does not name a release of the delegate.

use super::image_format;
use crate::aws::image::Image;
use crate::facts::delegate::GENERATION_3_TAG;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::harness::image::{is_delegate, is_of_harness, release};
use crate::rules::rule::{Problem, Rule};

/// `image-tag`
pub const RULE: Rule = Rule {
    id: "image-tag",
    severity: Severity::Warning,
    what: "The image's tag does not name one release.",
    consequence: "With a tag that moves, each task runs what the tag names when the task starts, and a rollback changes nothing. A tag that does not exist leaves the service at 0 running tasks, with *CannotPullContainerError* in its events.",
    source: sources::IMAGES,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(image) = subject.typed(field) else { return };
        let parts = Image::parse(image);
        if parts.digest.is_some() || image_format::wrong(image).is_some() {
            return;
        }
        let is_of_harness = is_of_harness(&parts);
        let message = match parts.tag {
            None if is_of_harness => format!(
                "`{}` has no tag, which means `latest`, the legacy delegate; pin `yy.mm.xxxxx`.",
                short(image)
            ),
            Some("latest") if is_of_harness => {
                "`latest` is the legacy delegate, which no longer registers; pin `yy.mm.xxxxx`.".to_owned()
            }
            None => format!(
                "`{}` has no tag, which means `latest`, a tag that moves.",
                short(image)
            ),
            Some("latest") => "`latest` is a tag that moves; pin one release.".to_owned(),
            // Users choose the tags of their own images.
            Some(tag) if is_delegate(&parts) && release(tag).is_none() => {
                if tag.starts_with(GENERATION_3_TAG) {
                    format!(
                        "`{}` is of generation 3 of the delegate, which has other variables; this page is for `yy.mm.xxxxx`.",
                        short(tag)
                    )
                } else {
                    format!(
                        "`{}` is not a release of the delegate; releases are `yy.mm.xxxxx`.",
                        short(tag)
                    )
                }
            }
            Some(_) => return,
        };
        let fix = is_delegate(&parts).then(|| Fix::clear("Clear it, to choose a release", field));
        problems.push(Problem::new(field, message).fix_if(fix));
    },
    fires: "image=harness/delegate:latest",
    quiet: "image=registry.example.com/my-delegate:7",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::link::{Secrets, parse};
    use crate::rules::findings;

    #[test]
    fn latest_is_the_legacy_delegate_of_harness_only() {
        let said = |image: &str| {
            let (form, _) = parse(&format!("image={image}"), Secrets::Honour);
            let mut all = findings(&form, Date::from_days(20_000)).into_iter();
            all.find(|finding| finding.rule == RULE.id)
                .map(|finding| finding.message)
        };
        for image in ["harness/delegate", "docker.io/harness/delegate:latest"] {
            assert!(said(image).unwrap().contains("legacy"), "{image}");
        }
        for image in [
            "rssnyder/delegate:latest",
            "rssnyder/delegate",
            "012345678901.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:latest",
        ] {
            let said = said(image).unwrap();
            assert!(
                said.contains("a tag that moves") && !said.contains("legacy"),
                "{said}"
            );
        }
        assert!(said("harness/delegate:3.0.1").unwrap().contains("generation 3"));
        assert_eq!(said("rssnyder/delegate:7"), None);
    }
}
