//! The image tag is missing, is `latest`, or does not name a release of the delegate.

use super::image_format;
use crate::aws::image::Image;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::harness::image::{is_delegate, release};
use crate::rules::rule::{Problem, Rule};

/// `image-tag`
pub const RULE: Rule = Rule {
    id: "image-tag",
    severity: Severity::Warning,
    what: "The image has no tag of one release.",
    consequence: "`latest` is the legacy delegate, which no longer registers; a tag that does not exist leaves the service at 0 running tasks, with *CannotPullContainerError* in its events.",
    source: sources::IMAGES,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(image) = subject.typed(field) else { return };
        let parts = Image::parse(image);
        if parts.digest.is_some() || image_format::wrong(image).is_some() {
            return;
        }
        let message = match parts.tag {
            None => format!(
                "`{}` has no tag, which means `latest`; pin `yy.mm.xxxxx`.",
                short(image)
            ),
            Some("latest") => "`latest` is the legacy delegate; pin `yy.mm.xxxxx`.".to_owned(),
            // Users choose the tags of their own images.
            Some(tag) if is_delegate(&parts) && release(tag).is_none() => {
                format!(
                    "`{}` is no release of the delegate: they are `yy.mm.xxxxx`.",
                    short(tag)
                )
            }
            Some(_) => return,
        };
        problems.push(Problem::new(field, message).fix(Fix::clear("Clear it, to choose a release", field)));
    },
    fires: "image=harness/delegate:latest",
    quiet: "image=registry.example.com/my-delegate:7",
};
